package io.vestibule.cloud.aws;

/// The S3 operations in use, with the permission that each requires. The policy that we print is generated from this
/// list, so that it allows exactly the operations that are called.
public enum S3Operation {
    PUT_OBJECT("PutObject", "s3:PutObject", Scope.OBJECT),
    GET_OBJECT("GetObject", "s3:GetObject", Scope.OBJECT),
    LIST_OBJECTS("ListObjectsV2", "s3:ListBucket", Scope.BUCKET),
    LIST_VERSIONS("ListObjectVersions", "s3:ListBucketVersions", Scope.BUCKET),
    DELETE_VERSION("DeleteObjectVersion", "s3:DeleteObjectVersion", Scope.OBJECT),
    HEAD_BUCKET("HeadBucket", "s3:ListBucket", Scope.BUCKET),
    GET_VERSIONING("GetBucketVersioning", "s3:GetBucketVersioning", Scope.BUCKET),
    GET_OBJECT_LOCK("GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration", Scope.BUCKET),
    GET_REPLICATION("GetBucketReplication", "s3:GetReplicationConfiguration", Scope.BUCKET);

    /// The resource that a permission is granted for.
    public enum Scope {
        BUCKET,
        OBJECT
    }

    private final String apiName;
    private final String permission;
    private final Scope scope;

    S3Operation(String apiName, String permission, Scope scope) {
        this.apiName = apiName;
        this.permission = permission;
        this.scope = scope;
    }

    /// The name in our failures.
    public String apiName() {
        return apiName;
    }

    /// The name in a policy.
    public String permission() {
        return permission;
    }

    public Scope scope() {
        return scope;
    }
}
