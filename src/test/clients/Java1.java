import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.rekognition.AmazonRekognition;
import com.amazonaws.services.rekognition.AmazonRekognitionClientBuilder;
import com.amazonaws.services.rekognition.model.AmazonRekognitionException;
import com.amazonaws.services.rekognition.model.AssociateFacesRequest;
import com.amazonaws.services.rekognition.model.CreateCollectionRequest;
import com.amazonaws.services.rekognition.model.CreateUserRequest;
import com.amazonaws.services.rekognition.model.DeleteCollectionRequest;
import com.amazonaws.services.rekognition.model.DetectTextRequest;
import com.amazonaws.services.rekognition.model.Image;
import com.amazonaws.services.rekognition.model.IndexFacesRequest;
import com.amazonaws.services.rekognition.model.S3Object;
import com.amazonaws.services.rekognition.model.SearchUsersByImageRequest;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.amazonaws.services.s3.model.DeleteObjectsRequest;
import com.amazonaws.services.s3.transfer.TransferManagerBuilder;
import java.io.File;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Amazon's SDK for Java, version 1, against --serve-local. Prints "ok java-1: CASE" lines. */
class Java1 {

    private interface Case {
        void run() throws Exception;
    }

    private static void run(String name, Case test) {
        try {
            test.run();
            System.out.println("ok java-1: " + name);
        } catch (Exception | AssertionError e) {
            System.out.println("not ok java-1: " + name + ": " + e);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }

    /** Arguments: endpoint, folder of the samples; the key pair comes from the environment. */
    public static void main(String[] arguments) {
        EndpointConfiguration endpoint = new EndpointConfiguration(arguments[0], "eu-central-1");
        AWSStaticCredentialsProvider key = new AWSStaticCredentialsProvider(new BasicAWSCredentials(
                System.getenv("AWS_ACCESS_KEY_ID"), System.getenv("AWS_SECRET_ACCESS_KEY")));
        AmazonRekognition faces = AmazonRekognitionClientBuilder.standard()
                .withEndpointConfiguration(endpoint)
                .withCredentials(key)
                .build();
        AmazonS3 s3 = AmazonS3ClientBuilder.standard()
                .withEndpointConfiguration(endpoint)
                .withCredentials(key)
                .withPathStyleAccessEnabled(true)
                .build();
        Path photo = Path.of(arguments[1], "sample-person-1", "1.jpg");
        String[] face = new String[1];
        run("put, get", () -> {
            s3.createBucket("java1");
            s3.putObject("java1", "in/face.jpg", photo.toFile());
            byte[] back = s3.getObject("java1", "in/face.jpg").getObjectContent().readAllBytes();
            require(Arrays.equals(back, Files.readAllBytes(photo)));
        });
        run("TransferManager", () -> {
            File large = File.createTempFile("large", "");
            Files.write(large.toPath(), new byte[20_000_000]);
            TransferManagerBuilder.standard()
                    .withS3Client(s3)
                    .withMultipartUploadThreshold(6_000_000L)
                    .build()
                    .upload("java1", "large", large)
                    .waitForCompletion();
            require(s3.getObjectMetadata("java1", "large").getContentLength() == large.length());
            require(large.delete());
        });
        run("presigned address", () -> {
            URL url = s3.generatePresignedUrl(
                    "java1", "in/face.jpg", new java.util.Date(System.currentTimeMillis() + 60_000));
            require(Arrays.equals(url.openStream().readAllBytes(), Files.readAllBytes(photo)));
        });
        run("IndexFaces from S3", () -> {
            faces.createCollection(new CreateCollectionRequest().withCollectionId("java1"));
            face[0] = faces.indexFaces(new IndexFacesRequest()
                            .withCollectionId("java1")
                            .withImage(new Image().withS3Object(
                                    new S3Object().withBucket("java1").withName("in/face.jpg"))))
                    .getFaceRecords()
                    .get(0)
                    .getFace()
                    .getFaceId();
        });
        run("users and searches", () -> {
            faces.createUser(new CreateUserRequest().withCollectionId("java1").withUserId("ana"));
            faces.associateFaces(new AssociateFacesRequest()
                    .withCollectionId("java1")
                    .withUserId("ana")
                    .withFaceIds(face[0]));
            byte[] probe = Files.readAllBytes(Path.of(arguments[1], "sample-person-1-probe.jpg"));
            require(faces.searchUsersByImage(new SearchUsersByImageRequest()
                            .withCollectionId("java1")
                            .withImage(new Image().withBytes(ByteBuffer.wrap(probe))))
                    .getUserMatches()
                    .get(0)
                    .getUser()
                    .getUserId()
                    .equals("ana"));
        });
        run("what is not offered", () -> {
            try {
                faces.detectText(new DetectTextRequest()
                        .withImage(new Image().withBytes(ByteBuffer.wrap(Files.readAllBytes(photo)))));
                throw new AssertionError("not refused");
            } catch (AmazonRekognitionException e) {
                require(e.getErrorCode().equals("NotAvailableOnEmbeddedEngine"));
            }
        });
        run("removal", () -> {
            faces.deleteCollection(new DeleteCollectionRequest().withCollectionId("java1"));
            s3.deleteObjects(new DeleteObjectsRequest("java1").withKeys("in/face.jpg", "large"));
            s3.deleteBucket("java1");
        });
        System.exit(0);
    }
}
