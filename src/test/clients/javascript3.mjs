// Amazon's S3 client of the SDK for JavaScript, version 3, its uploader and presigner, and the client of MinIO, against
// `--serve-local`. Usage: ENDPOINT SAMPLES_FOLDER; the key pair comes from the environment. JavaScriptSdkTest drives
// Rekognition with the same SDK. Prints "ok CLIENT: CASE" lines.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'suite.cjs'));
const sdk = require('@aws-sdk/client-s3');
const rekognition = require('@aws-sdk/client-rekognition');
const { Upload } = require('@aws-sdk/lib-storage');
const { getSignedUrl } = require('@aws-sdk/s3-request-presigner');
const minio = require('minio');

const [endpoint, samples] = process.argv.slice(2);
const photo = readFileSync(join(samples, 'sample-person-1/1.jpg'));
const client = new sdk.S3Client({ endpoint, region: 'eu-central-1', forcePathStyle: true });
const send = (operation, input) => client.send(new sdk[`${operation}Command`](input));
const Bucket = 'js3';
const large = Buffer.alloc(12_000_000, 7);

const cases = {
    async 'javascript-3: put, get, list'() {
        await send('CreateBucket', { Bucket });
        await send('PutObject', { Bucket, Key: 'in/face.jpg', Body: photo, ContentType: 'image/jpeg' });
        const answer = await send('GetObject', { Bucket, Key: 'in/face.jpg' });
        assert.ok(photo.equals(Buffer.from(await answer.Body.transformToByteArray())));
        const page = await send('ListObjectsV2', { Bucket, Delimiter: '/' });
        assert.deepEqual(page.CommonPrefixes, [{ Prefix: 'in/' }]);
    },
    async 'javascript-3: upload in several parts'() {
        await new Upload({ client, params: { Bucket, Key: 'large', Body: large } }).done();
        const answer = await send('GetObject', { Bucket, Key: 'large' });
        assert.ok(large.equals(Buffer.from(await answer.Body.transformToByteArray())));
    },
    async 'javascript-3: every checksum'() {
        for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME']) {
            try {
                await send('PutObject', { Bucket, Key: 'sum', Body: photo, ChecksumAlgorithm });
            } catch (error) {
                throw new Error(`${ChecksumAlgorithm}: ${error.message}`);
            }
        }
    },
    async 'javascript-3: presigned put'() {
        const url = await getSignedUrl(client, new sdk.PutObjectCommand({ Bucket, Key: 'signed' }), { expiresIn: 60 });
        assert.equal((await fetch(url, { method: 'PUT', body: photo })).status, 200);
    },
    async 'javascript-3: DetectFaces from S3'() {
        const faces = new rekognition.RekognitionClient({ endpoint, region: 'eu-central-1' });
        const Image = { S3Object: { Bucket, Name: 'signed' } };
        const answer = await faces.send(new rekognition.DetectFacesCommand({ Image }));
        assert.equal(answer.FaceDetails.length, 1);
    },
    async 'minio: put, get, list, remove'() {
        const { hostname, port } = new URL(endpoint);
        const other = new minio.Client({
            endPoint: hostname, port: Number(port), useSSL: false, region: 'eu-central-1', pathStyle: true,
            accessKey: process.env.AWS_ACCESS_KEY_ID, secretKey: process.env.AWS_SECRET_ACCESS_KEY,
        });
        await other.putObject(Bucket, 'minio/a.jpg', photo);
        await other.putObject(Bucket, 'minio/large', large);
        assert.equal((await other.statObject(Bucket, 'minio/large')).size, large.length);
        const chunks = await (await other.getObject(Bucket, 'minio/a.jpg')).toArray();
        assert.ok(photo.equals(Buffer.concat(chunks)));
        const names = (await other.listObjectsV2(Bucket, 'minio/', true).toArray()).map(object => object.name);
        assert.deepEqual(names, ['minio/a.jpg', 'minio/large']);
        await other.removeObjects(Bucket, names);
    },
    async 'javascript-3: removal'() {
        const page = await send('ListObjectsV2', { Bucket });
        await send('DeleteObjects', { Bucket, Delete: { Objects: page.Contents.map(({ Key }) => ({ Key })) } });
        await send('DeleteBucket', { Bucket });
    },
};

for (const [name, run] of Object.entries(cases)) {
    try {
        await run();
        console.log(`ok ${name}`);
    } catch (error) {
        console.log(`not ok ${name}: ${String(error.message).replaceAll('\n', ' ')}`);
    }
}
client.destroy();
