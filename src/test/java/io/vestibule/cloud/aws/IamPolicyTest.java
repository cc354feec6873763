package io.vestibule.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.cloud.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IamPolicyTest {

    private static JsonNode policy(String region, Encryption encryption, List<String> collections) {
        return policy(region, encryption, collections, List.of());
    }

    private static JsonNode policy(
            String region, Encryption encryption, List<String> collections, List<Operation> switchedOn) {
        var profile = new Profile(
                new CredentialSource.Environment(),
                Endpoint.ofRegion(region),
                ProxySettings.DEFAULT,
                new Storage(S3Server.BUCKET, "desk/", encryption));
        return JsonMapper.shared().readTree(IamPolicy.toJson(profile, collections, switchedOn));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    @Test
    void itAllowsEveryOperationThatWeCallAndNoOther() {
        var statements = policy("eu-central-1", new Encryption.S3Managed(), List.of("acme_1"))
                .get("Statement");
        List<String> allowed = new ArrayList<>();
        statements.forEach(statement -> allowed.addAll(texts(statement.get("Action"))));
        List<String> called = new ArrayList<>();
        Operation.alwaysUsed().forEach(operation -> called.add("rekognition:" + operation.apiName()));
        Arrays.stream(S3Operation.values())
                .map(S3Operation::permission)
                .distinct()
                .forEach(called::add);
        assertThat(allowed).containsExactlyInAnyOrderElementsOf(called);
        assertThat(allowed).noneMatch(action -> action.contains("*"));
    }

    @Test
    void itAllowsThePhotoChecksThatAreSwitchedOnForAnyPicture() {
        var statements = policy(
                        "eu-central-1",
                        new Encryption.S3Managed(),
                        List.of("acme_1"),
                        List.of(Operation.DETECT_TEXT, Operation.COMPARE_FACES))
                .get("Statement");
        var checks = statements.get(1);
        assertThat(texts(checks.get("Action"))).containsExactly("rekognition:CompareFaces", "rekognition:DetectText");
        assertThat(texts(checks.get("Resource"))).containsExactly("*");
        assertThat(texts(statements.get(0).get("Action"))).doesNotContain("rekognition:CompareFaces");
    }

    @Test
    void itNamesCollectionBucketAndPrefix() {
        var statements = policy("eu-central-1", new Encryption.S3Managed(), List.of("acme_1"))
                .get("Statement");
        List<String> resources = new ArrayList<>();
        statements.forEach(statement -> resources.addAll(texts(statement.get("Resource"))));
        assertThat(resources)
                .containsExactly(
                        "arn:aws:rekognition:eu-central-1:*:collection/acme_1",
                        "arn:aws:s3:::photos-of-acme",
                        "arn:aws:s3:::photos-of-acme/desk/*");
    }

    @Test
    void aKeyOfTheAccountIsAllowedForTheBucketAlone() {
        var statements =
                policy("us-gov-west-1", new Encryption.KmsKey(""), List.of()).get("Statement");
        var key = statements.get(statements.size() - 1);
        assertThat(texts(key.get("Action"))).containsExactly("kms:Decrypt", "kms:GenerateDataKey");
        assertThat(texts(key.get("Resource"))).containsExactly("arn:aws-us-gov:kms:us-gov-west-1:*:key/*");
        assertThat(key.at("/Condition/StringEquals/kms:ViaService").asString())
                .isEqualTo("s3.us-gov-west-1.amazonaws.com");
    }
}
