package io.vestibule.cloud.aws;

/// The operations of S3 that are used, with the permission that each needs. The policy that we print is made from this
/// list, so that it allows what is called and nothing else.
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

    /// What a permission is given for.
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

    /// As our failures name it.
    public String apiName() {
        return apiName;
    }

    /// As a policy spells it.
    public String permission() {
        return permission;
    }

    public Scope scope() {
        return scope;
    }
}
