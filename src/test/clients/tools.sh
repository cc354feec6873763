#!/bin/bash
# Command-line programs against `--serve-local`: aws-cli, s3cmd, rclone, s4cmd and curl, as Debian packages them.
# Usage: tools.sh ENDPOINT CREDENTIALS_FILE SAMPLES_FOLDER. Prints "ok PROGRAM: CASE" or "not ok PROGRAM: CASE".
endpoint=$1 credentials=$2 samples=$3
export AWS_SHARED_CREDENTIALS_FILE=$credentials AWS_REGION=eu-central-1 AWS_DEFAULT_REGION=eu-central-1 \
    AWS_EC2_METADATA_DISABLED=true AWS_PAGER='' AWS_CONFIG_FILE=/dev/null
key=$(sed -n 's/^aws_access_key_id = //p' "$credentials") secret=$(sed -n 's/^aws_secret_access_key = //p' "$credentials")
host=${endpoint#http://}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
photo=$samples/sample-person-1/1.jpg probe=$samples/sample-person-1-probe.jpg
head -c 12000000 /dev/urandom > "$work/large"

check() { # PROGRAM CASE COMMAND...
    local program=$1 name=$2
    shift 2
    if ! command -v "$program" > /dev/null; then
        echo "skipped $program: $name"
    elif "$@" > "$work/out" 2>&1; then
        echo "ok $program: $name"
    else
        echo "not ok $program: $name: $(tail -2 "$work/out" | tr '\n' ' ')"
    fi
}
says() { # TEXT COMMAND...
    local text=$1
    shift
    "$@" > "$work/said" 2>&1 && grep -q "$text" "$work/said" || { cat "$work/said"; return 1; }
}
both() { "${@:2}" && cmp "$work/large" "$1"; }
rekognition() { aws --endpoint-url "$endpoint" rekognition "$@"; }
s3() { aws --endpoint-url "$endpoint" s3 "$@"; }
s3api() { aws --endpoint-url "$endpoint" s3api "$@"; }

check aws 'create-collection' rekognition create-collection --collection-id cli
check aws 's3 mb' s3 mb s3://cli-bucket
check aws 's3 cp' s3 cp "$photo" s3://cli-bucket/in/face.jpg
check aws 's3 cp in several parts' s3 cp "$work/large" s3://cli-bucket/large
check aws 's3 cp back in ranges' both "$work/back" s3 cp s3://cli-bucket/large "$work/back"
check aws 's3 cp within the bucket' s3 cp s3://cli-bucket/in/face.jpg s3://cli-bucket/in/copy.jpg
check aws 's3 ls' says face.jpg s3 ls --recursive s3://cli-bucket
check aws 's3 sync' s3 sync "$samples/sample-person-1" s3://cli-bucket/sync
check aws 's3 presign, curl' sh -c "curl -sf \"\$(aws --endpoint-url $endpoint s3 presign s3://cli-bucket/in/face.jpg)\" | cmp - '$photo'"
check aws 's3api head-object' says image/jpeg s3api head-object --bucket cli-bucket --key in/face.jpg
check aws 'index-faces from S3' says FaceId rekognition index-faces --collection-id cli \
    --image 'S3Object={Bucket=cli-bucket,Name=in/face.jpg}' --external-image-id face.jpg
check aws 'search-faces-by-image' says Similarity rekognition search-faces-by-image --collection-id cli \
    --image-bytes "fileb://$probe"
check aws 'create-user' rekognition create-user --collection-id cli --user-id ana
face=$(rekognition list-faces --collection-id cli --query 'Faces[0].FaceId' --output text)
check aws 'associate-faces' says ACTIVE rekognition associate-faces --collection-id cli --user-id ana --face-ids "$face"
check aws 'search-users-by-image' says '"UserId": "ana"' rekognition search-users-by-image --collection-id cli \
    --image-bytes "fileb://$probe"
check aws 'detect-faces' says BoundingBox rekognition detect-faces --attributes ALL --image-bytes "fileb://$photo"
check aws 'compare-faces' says Similarity rekognition compare-faces --source-image-bytes "fileb://$photo" \
    --target-image-bytes "fileb://$probe"
check aws 'detect-text is refused by name' sh -c "aws --endpoint-url $endpoint rekognition detect-text \
    --image-bytes 'fileb://$photo' 2>&1 | grep -q NotAvailableOnEmbeddedEngine"
check aws 'delete-collection' rekognition delete-collection --collection-id cli
check aws 's3 rb --force' s3 rb --force s3://cli-bucket

cat > "$work/s3cfg" <<CONFIG
[default]
access_key = $key
secret_key = $secret
host_base = $host
host_bucket = $host
use_https = False
bucket_location = eu-central-1
CONFIG
cmd() { s3cmd -c "$work/s3cfg" --no-progress "$@"; }
check s3cmd 'mb' cmd mb s3://cmd-bucket
check s3cmd 'put' cmd put "$photo" s3://cmd-bucket/a.jpg
check s3cmd 'put in several parts' cmd --multipart-chunk-size-mb=5 put "$work/large" s3://cmd-bucket/large
check s3cmd 'get' both "$work/back2" cmd get s3://cmd-bucket/large "$work/back2"
check s3cmd 'ls' says a.jpg cmd ls s3://cmd-bucket
check s3cmd 'cp' cmd cp s3://cmd-bucket/a.jpg s3://cmd-bucket/b.jpg
check s3cmd 'info' says MD5 cmd info s3://cmd-bucket/a.jpg
check s3cmd 'rb' cmd rb --recursive s3://cmd-bucket

clone() {
    env -u AWS_CA_BUNDLE rclone --config /dev/null --s3-provider Other --s3-access-key-id "$key" --s3-secret-access-key "$secret" \
        --s3-endpoint "$endpoint" --s3-region eu-central-1 --s3-chunk-size 5Mi --s3-upload-cutoff 8Mi "$@"
}
mkdir -p "$work/tree/sub" && cp "$photo" "$work/tree/sub/a.jpg" && cp "$work/large" "$work/tree/large"
check rclone 'mkdir' clone mkdir :s3:clone-bucket
check rclone 'copy' clone copy "$work/tree" :s3:clone-bucket
check rclone 'check' clone check --download "$work/tree" :s3:clone-bucket
check rclone 'move' clone moveto :s3:clone-bucket/sub/a.jpg :s3:clone-bucket/sub/b.jpg
check rclone 'lsf' says sub/b.jpg clone lsf -R :s3:clone-bucket
check rclone 'purge' clone purge :s3:clone-bucket

four() { S3_ACCESS_KEY=$key S3_SECRET_KEY=$secret s4cmd --endpoint-url "$endpoint" "$@"; }
check s4cmd 'mb' four mb s3://four-bucket
check s4cmd 'put' four put "$work/large" s3://four-bucket/large
check s4cmd 'get' both "$work/back4" four get s3://four-bucket/large "$work/back4"
check s4cmd 'ls' says large four ls s3://four-bucket
check s4cmd 'del' four del s3://four-bucket/large

sigv4() { curl -sf --aws-sigv4 "aws:amz:eu-central-1:$1" --user "$key:$secret" "${@:2}"; }
check curl 'ListCollections' says CollectionIds sigv4 rekognition -H 'Content-Type: application/x-amz-json-1.1' \
    -H 'X-Amz-Target: RekognitionService.ListCollections' -d '{}' "$endpoint/"
check curl 'DetectFaces' says BoundingBox sigv4 rekognition -H 'Content-Type: application/x-amz-json-1.1' \
    -H 'X-Amz-Target: RekognitionService.DetectFaces' --data-binary @- "$endpoint/" \
    <<< "{\"Image\":{\"Bytes\":\"$(base64 -w0 "$photo")\"}}"
check curl 'S3 list of buckets' says four-bucket sigv4 s3 \
    -H 'x-amz-content-sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' "$endpoint/"
check s4cmd 'bucket deleted by aws' s3 rb s3://four-bucket
