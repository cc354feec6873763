"""Amazon's SDK for Python (boto3) against `--serve-local`.

Usage: boto3_suite.py ENDPOINT SAMPLES_FOLDER, with AWS_SHARED_CREDENTIALS_FILE set. Prints "ok boto3: CASE" lines.
"""
import io
import os
import sys

import boto3
from botocore.exceptions import ClientError

endpoint, samples = sys.argv[1:3]
session = boto3.Session(region_name="eu-central-1")
faces = session.client("rekognition", endpoint_url=endpoint)
s3 = session.client("s3", endpoint_url=endpoint)
photo = os.path.join(samples, "sample-person-1", "1.jpg")
probe = open(os.path.join(samples, "sample-person-1-probe.jpg"), "rb").read()
state = {}


def objects():
    s3.create_bucket(Bucket="boto", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    s3.upload_file(photo, "boto", "in/face.jpg", ExtraArgs={"ContentType": "image/jpeg", "Metadata": {"gate": "1"}})
    assert s3.head_object(Bucket="boto", Key="in/face.jpg")["Metadata"] == {"gate": "1"}
    keys = [o["Key"] for page in s3.get_paginator("list_objects_v2").paginate(Bucket="boto") for o in page["Contents"]]
    assert keys == ["in/face.jpg"], keys


def several_parts():
    large = os.urandom(20_000_000)
    s3.upload_fileobj(io.BytesIO(large), "boto", "large")
    back = io.BytesIO()
    s3.download_fileobj("boto", "large", back)
    assert back.getvalue() == large
    s3.copy({"Bucket": "boto", "Key": "in/face.jpg"}, "boto", "in/copy.jpg")


def index_from_s3():
    faces.create_collection(CollectionId="boto")
    image = {"S3Object": {"Bucket": "boto", "Name": "in/face.jpg"}}
    answer = faces.index_faces(CollectionId="boto", Image=image, ExternalImageId="face.jpg", MaxFaces=1)
    state["face"] = answer["FaceRecords"][0]["Face"]["FaceId"]
    try:
        faces.detect_faces(Image={"S3Object": {"Bucket": "boto", "Name": "none.jpg"}})
        raise AssertionError("not refused")
    except faces.exceptions.InvalidS3ObjectException:
        pass


def searches():
    found = faces.search_faces_by_image(CollectionId="boto", Image={"Bytes": probe})
    assert found["FaceMatches"][0]["Face"]["FaceId"] == state["face"]


def users():
    if not hasattr(faces, "create_user"):
        raise NotImplementedError("boto3 " + boto3.__version__ + " knows no users yet")
    faces.create_user(CollectionId="boto", UserId="ana")
    faces.associate_faces(CollectionId="boto", UserId="ana", FaceIds=[state["face"]])
    found = faces.search_users_by_image(CollectionId="boto", Image={"Bytes": probe})
    assert found["UserMatches"][0]["User"]["UserId"] == "ana"
    users = [u for page in faces.get_paginator("list_users").paginate(CollectionId="boto") for u in page["Users"]]
    assert [u["UserId"] for u in users] == ["ana"]


def what_is_not_offered():
    try:
        faces.detect_text(Image={"Bytes": probe})
        raise AssertionError("not refused")
    except ClientError as error:
        assert error.response["Error"]["Code"] == "NotAvailableOnEmbeddedEngine"


def removal():
    faces.delete_collection(CollectionId="boto")
    s3.delete_objects(Bucket="boto", Delete={"Objects": [{"Key": k} for k in ("in/face.jpg", "in/copy.jpg", "large")]})
    s3.delete_bucket(Bucket="boto")


for case in (objects, several_parts, index_from_s3, searches, users, what_is_not_offered, removal):
    try:
        case()
        print("ok boto3: " + case.__name__)
    except NotImplementedError as lacking:
        print("skipped boto3: " + case.__name__ + ": " + str(lacking))
    except Exception as error:  # the next case still says what works
        print("not ok boto3: " + case.__name__ + ": " + repr(error))
