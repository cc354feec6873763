#!/bin/bash
# Runs the programs of others against a running `--serve-local`; what is not installed is skipped.
# Usage: run.sh ENDPOINT CREDENTIALS_FILE [WORK_FOLDER], from the root of the project. The work folder keeps the packages
# of npm and Maven between runs.
set -u
endpoint=$1 credentials=$(realpath "$2") work=${3:-target/clients}
here=$(realpath "$(dirname "$0")") samples=$(realpath assets/samples)
mkdir -p "$work" && cd "$work" || exit 1
export AWS_SHARED_CREDENTIALS_FILE=$credentials AWS_EC2_METADATA_DISABLED=true AWS_CONFIG_FILE=/dev/null
unset AWS_CA_BUNDLE
bash "$here/tools.sh" "$endpoint" "$credentials" "$samples"
AWS_ACCESS_KEY_ID=$(sed -n 's/^aws_access_key_id = //p' "$credentials")
AWS_SECRET_ACCESS_KEY=$(sed -n 's/^aws_secret_access_key = //p' "$credentials")
export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
/usr/bin/python3 "$here/boto3_suite.py" "$endpoint" "$samples"
[ -d node_modules/minio ] || npm install --no-audit --no-fund --ignore-scripts --silent aws-sdk@2 @aws-sdk/client-s3@3 \
    @aws-sdk/client-rekognition@3 @aws-sdk/lib-storage@3 @aws-sdk/s3-request-presigner@3 minio@8
node "$here/javascript2.cjs" "$endpoint" "$samples" 2> javascript2.log
node "$here/javascript3.mjs" "$endpoint" "$samples" 2> javascript3.log
if [ ! -d java1 ]; then
    cat > java1.xml << 'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>clients</groupId><artifactId>java1</artifactId><version>1</version>
<dependencies>
<dependency><groupId>com.amazonaws</groupId><artifactId>aws-java-sdk-rekognition</artifactId><version>1.12.787</version></dependency>
<dependency><groupId>com.amazonaws</groupId><artifactId>aws-java-sdk-s3</artifactId><version>1.12.787</version></dependency>
</dependencies></project>
POM
    mvn -B -q -f java1.xml dependency:copy-dependencies -DoutputDirectory=java1 > maven.log 2>&1
fi
java -cp 'java1/*' "$here/Java1.java" "$endpoint" "$samples" 2> java1.log
if command -v go > /dev/null; then
    GO111MODULE=off GOPATH=/usr/share/gocode GOFLAGS=-mod=mod GOCACHE=$PWD/go go run "$here/go/main.go" "$endpoint" "$samples"
fi
ruby "$here/ruby_suite.rb" "$endpoint" "$samples" 2> ruby.log
php "$here/php_suite.php" "$endpoint" "$samples" 2> php.log
