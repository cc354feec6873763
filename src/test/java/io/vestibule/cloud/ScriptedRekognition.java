package io.vestibule.cloud;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesRequest;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.CreateCollectionRequest;
import software.amazon.awssdk.services.rekognition.model.CreateCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.CreateUserRequest;
import software.amazon.awssdk.services.rekognition.model.CreateUserResponse;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DeleteUserRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteUserResponse;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionRequest;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ListFacesRequest;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ListUsersRequest;
import software.amazon.awssdk.services.rekognition.model.ListUsersResponse;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageRequest;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageRequest;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchUsersRequest;
import software.amazon.awssdk.services.rekognition.model.SearchUsersResponse;

/// Simulates the remote service: plays a script, one line for each call, and records the requests.
final class ScriptedRekognition implements RekognitionClient {

    private final Deque<Supplier<RekognitionResponse>> lines = new ArrayDeque<>();
    private final List<RekognitionRequest> asked = new ArrayList<>();

    ScriptedRekognition answer(RekognitionResponse response) {
        lines.add(() -> response);
        return this;
    }

    ScriptedRekognition fail(RuntimeException failure) {
        lines.add(() -> {
            throw failure;
        });
        return this;
    }

    List<RekognitionRequest> asked() {
        return asked;
    }

    <R extends RekognitionRequest> R asked(int index, Class<R> type) {
        return type.cast(asked.get(index));
    }

    boolean played() {
        return lines.isEmpty();
    }

    private <R extends RekognitionResponse> R play(RekognitionRequest request, Class<R> type) {
        asked.add(request);
        return type.cast(lines.remove().get());
    }

    @Override
    public CreateCollectionResponse createCollection(CreateCollectionRequest request) {
        return play(request, CreateCollectionResponse.class);
    }

    @Override
    public DescribeCollectionResponse describeCollection(DescribeCollectionRequest request) {
        return play(request, DescribeCollectionResponse.class);
    }

    @Override
    public IndexFacesResponse indexFaces(IndexFacesRequest request) {
        return play(request, IndexFacesResponse.class);
    }

    @Override
    public CreateUserResponse createUser(CreateUserRequest request) {
        return play(request, CreateUserResponse.class);
    }

    @Override
    public DeleteUserResponse deleteUser(DeleteUserRequest request) {
        return play(request, DeleteUserResponse.class);
    }

    @Override
    public ListUsersResponse listUsers(ListUsersRequest request) {
        return play(request, ListUsersResponse.class);
    }

    @Override
    public AssociateFacesResponse associateFaces(AssociateFacesRequest request) {
        return play(request, AssociateFacesResponse.class);
    }

    @Override
    public DisassociateFacesResponse disassociateFaces(DisassociateFacesRequest request) {
        return play(request, DisassociateFacesResponse.class);
    }

    @Override
    public DeleteFacesResponse deleteFaces(DeleteFacesRequest request) {
        return play(request, DeleteFacesResponse.class);
    }

    @Override
    public ListFacesResponse listFaces(ListFacesRequest request) {
        return play(request, ListFacesResponse.class);
    }

    @Override
    public SearchUsersResponse searchUsers(SearchUsersRequest request) {
        return play(request, SearchUsersResponse.class);
    }

    @Override
    public SearchUsersByImageResponse searchUsersByImage(SearchUsersByImageRequest request) {
        return play(request, SearchUsersByImageResponse.class);
    }

    @Override
    public SearchFacesByImageResponse searchFacesByImage(SearchFacesByImageRequest request) {
        return play(request, SearchFacesByImageResponse.class);
    }

    @Override
    public String serviceName() {
        return "rekognition";
    }

    @Override
    public void close() {}
}
