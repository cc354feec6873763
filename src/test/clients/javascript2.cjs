// Amazon's SDK for JavaScript, version 2, against `--serve-local`. Usage: ENDPOINT SAMPLES_FOLDER; the key pair comes
// from the environment. Prints "ok javascript-2: CASE" lines.
process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const AWS = createRequire(join(process.cwd(), 'suite.cjs'))('aws-sdk');

const [endpoint, samples] = process.argv.slice(2);
const faces = new AWS.Rekognition({ endpoint, region: 'eu-central-1' });
const s3 = new AWS.S3({ endpoint, region: 'eu-central-1', s3ForcePathStyle: true, signatureVersion: 'v4' });
const photo = readFileSync(join(samples, 'sample-person-1/1.jpg'));
const probe = readFileSync(join(samples, 'sample-person-1-probe.jpg'));
let face;

const cases = {
    async 'put, several parts, copy'() {
        await s3.createBucket({ Bucket: 'js2' }).promise();
        await s3.putObject({ Bucket: 'js2', Key: 'in/face.jpg', Body: photo }).promise();
        const large = Buffer.alloc(12_000_000, 7);
        await s3.upload({ Bucket: 'js2', Key: 'large', Body: large }).promise();
        const back = await s3.getObject({ Bucket: 'js2', Key: 'large' }).promise();
        assert.ok(large.equals(back.Body));
        await s3.copyObject({ Bucket: 'js2', Key: 'copy', CopySource: 'js2/in/face.jpg' }).promise();
    },
    async 'presigned addresses'() {
        const url = s3.getSignedUrl('getObject', { Bucket: 'js2', Key: 'in/face.jpg' });
        const answer = await fetch(url);
        assert.equal(answer.status, 200);
        assert.ok(photo.equals(Buffer.from(await answer.arrayBuffer())));
    },
    async 'IndexFaces from S3'() {
        await faces.createCollection({ CollectionId: 'js2' }).promise();
        const Image = { S3Object: { Bucket: 'js2', Name: 'in/face.jpg' } };
        const answer = await faces.indexFaces({ CollectionId: 'js2', Image }).promise();
        face = answer.FaceRecords[0].Face.FaceId;
    },
    async 'users and searches'() {
        await faces.createUser({ CollectionId: 'js2', UserId: 'ana' }).promise();
        await faces.associateFaces({ CollectionId: 'js2', UserId: 'ana', FaceIds: [face] }).promise();
        const found = await faces.searchUsersByImage({ CollectionId: 'js2', Image: { Bytes: probe } }).promise();
        assert.equal(found.UserMatches[0].User.UserId, 'ana');
    },
    async removal() {
        await faces.deleteCollection({ CollectionId: 'js2' }).promise();
        const Objects = ['in/face.jpg', 'large', 'copy'].map(Key => ({ Key }));
        await s3.deleteObjects({ Bucket: 'js2', Delete: { Objects } }).promise();
        await s3.deleteBucket({ Bucket: 'js2' }).promise();
    },
};

(async () => {
    for (const [name, run] of Object.entries(cases)) {
        try {
            await run();
            console.log(`ok javascript-2: ${name}`);
        } catch (error) {
            console.log(`not ok javascript-2: ${name}: ${error}`);
        }
    }
})();
