package io.vestibule.local.engine;

import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.local.engine.protocol.ResultPage;
import io.vestibule.local.engine.store.UserRow;
import software.amazon.awssdk.services.rekognition.model.CreateUserRequest;
import software.amazon.awssdk.services.rekognition.model.CreateUserResponse;
import software.amazon.awssdk.services.rekognition.model.DeleteUserRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteUserResponse;
import software.amazon.awssdk.services.rekognition.model.ListUsersRequest;
import software.amazon.awssdk.services.rekognition.model.ListUsersResponse;
import software.amazon.awssdk.services.rekognition.model.User;

/// CreateUser, DeleteUser, ListUsers.
final class UserHandler {

    private static final int USUAL_PAGE = 500;

    private final Engine engine;
    private final IdempotentCalls idempotentCalls;

    UserHandler(Engine engine, IdempotentCalls idempotentCalls) {
        this.engine = engine;
        this.idempotentCalls = idempotentCalls;
    }

    CreateUserResponse create(CreateUserRequest request) {
        return engine.store()
                .inTransaction(_ -> idempotentCalls.runOnce(
                        request,
                        request.clientRequestToken(),
                        CreateUserResponse::builder,
                        CreateUserResponse.Builder::build,
                        () -> {
                            var collection = engine.collection(request.collectionId());
                            var users = engine.store().users();
                            if (users.byId(collection.number(), request.userId())
                                    .isPresent()) {
                                throw RekognitionErrors.userExists();
                            }
                            users.insert(collection.number(), request.userId(), engine.now());
                            return CreateUserResponse.builder().build();
                        }));
    }

    /// The user's faces stay in the collection without an association.
    DeleteUserResponse delete(DeleteUserRequest request) {
        return engine.store()
                .inTransaction(afterwards -> idempotentCalls.runOnce(
                        request,
                        request.clientRequestToken(),
                        DeleteUserResponse::builder,
                        DeleteUserResponse.Builder::build,
                        () -> {
                            var collection = engine.collection(request.collectionId());
                            var user = engine.user(collection, request.userId());
                            engine.store().users().delete(user.number());
                            afterwards.accept(() -> engine.vectorCache().setUser(collection, user.number(), null));
                            return DeleteUserResponse.builder().build();
                        }));
    }

    ListUsersResponse list(ListUsersRequest request) {
        var collection = engine.collection(request.collectionId());
        var scope = "ListUsers " + collection.number();
        var resultPage = ResultPage.of(
                request.maxResults() == null ? Integer.valueOf(USUAL_PAGE) : request.maxResults(),
                engine.pages().position(request.nextToken(), scope),
                (after, most) -> engine.store().users().page(collection.number(), after, most));
        return ListUsersResponse.builder()
                .users(resultPage.rows().stream()
                        .map(user -> User.builder()
                                .userId(user.id())
                                .userStatus(engine.status(user))
                                .build())
                        .toList())
                .nextToken(resultPage
                        .last(UserRow::number)
                        .map(last -> engine.pages().token(last, scope))
                        .orElse(null))
                .build();
    }
}
