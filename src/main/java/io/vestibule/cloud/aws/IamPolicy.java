package io.vestibule.cloud.aws;

import io.vestibule.cloud.Operation;
import io.vestibule.cloud.aws.S3Operation.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The minimal permissions of an account, generated from the operations that we call: limited to these collections,
/// this bucket and this prefix.
public final class IamPolicy {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private IamPolicy() {}

    /// @param collections collections that people are enrolled into; if empty, any collection in the region
    /// @param switchedOn the optional operations that are switched on
    public static String toJson(Profile profile, Collection<String> collections, Collection<Operation> switchedOn) {
        String region = profile.endpoint().region();
        String partition = PartitionMetadata.of(Region.of(region)).id();
        String bucket = "arn:" + partition + ":s3:::" + profile.storage().bucket();
        List<Map<String, Object>> statements = new ArrayList<>();
        statements.add(statement(
                "Faces",
                Operation.alwaysUsed().stream().map(FaceChecks::permission).toList(),
                (collections.isEmpty() ? List.of("*") : collections)
                        .stream()
                                .map(id -> "arn:" + partition + ":rekognition:" + region + ":*:collection/" + id)
                                .toList()));
        if (!switchedOn.isEmpty()) {
            // They analyse one picture and have no resource to restrict them to.
            statements.add(statement(
                    "PhotoChecks",
                    switchedOn.stream()
                            .distinct()
                            .sorted()
                            .map(FaceChecks::permission)
                            .toList(),
                    List.of("*")));
        }
        statements.add(statement("Bucket", permissions(Scope.BUCKET), List.of(bucket)));
        statements.add(statement(
                "Photos",
                permissions(Scope.OBJECT),
                List.of(bucket + "/" + profile.storage().prefix() + "*")));
        if (profile.storage().encryption() instanceof Encryption.KmsKey(String key)) {
            var use = statement(
                    "Key",
                    List.of("kms:Decrypt", "kms:GenerateDataKey"),
                    List.of(key.startsWith("arn:") ? key : "arn:" + partition + ":kms:" + region + ":*:key/*"));
            use.put("Condition", Map.of("StringEquals", Map.of("kms:ViaService", "s3." + region + ".amazonaws.com")));
            statements.add(use);
        }
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", statements);
        return JSON.writeValueAsString(policy);
    }

    private static List<String> permissions(Scope scope) {
        return Arrays.stream(S3Operation.values())
                .filter(operation -> operation.scope() == scope)
                .map(S3Operation::permission)
                .distinct()
                .toList();
    }

    private static Map<String, Object> statement(String id, List<String> actions, List<String> resources) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", id);
        statement.put("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", resources);
        return statement;
    }
}
