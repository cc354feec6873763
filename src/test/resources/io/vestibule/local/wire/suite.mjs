// Drives the wire with Amazon's SDK for JavaScript and prints one line a case: "ok NAME" or "not ok NAME: why".
// Arguments: the endpoint and the folder of the sample photos. The key pair comes from the environment.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [endpoint, samples, throttled] = process.argv.slice(2);
const sdk = createRequire(join(process.cwd(), 'suite.cjs'))('@aws-sdk/client-rekognition');
const client = new sdk.RekognitionClient({ endpoint, region: 'eu-central-1', maxAttempts: 1 });
const send = (operation, input = {}) => client.send(new sdk[`${operation}Command`](input));
const photo = name => ({ Bytes: readFileSync(join(samples, name)) });
const person = photo('sample-person-1/1.jpg');
const office = { CollectionId: 'js-office' };

const cases = [];
const test = (name, run) => cases.push([name, run]);

/** The call is refused with that type of the SDK; codes that the model lacks come as the base class with their name. */
async function refused(code, operation, input) {
    const error = await send(operation, input).then(() => undefined, e => e);
    assert.ok(error, `${operation} was not refused`);
    assert.equal(error.name, code, error.message);
    const type = sdk[code] ?? sdk.RekognitionServiceException;
    assert.equal(error.constructor, type);
    assert.equal(typeof error.message, 'string');
    assert.notEqual(error.message, '');
    assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
    return error;
}

let faces = [];

test('CreateCollection, DescribeCollection, ListCollections', async () => {
    const made = await send('CreateCollection', { ...office, Tags: { site: 'Zürich' } });
    assert.equal(made.StatusCode, 200);
    const info = await send('DescribeCollection', office);
    assert.equal(info.CollectionARN, made.CollectionArn);
    assert.equal(info.FaceCount, 0);
    assert.ok(info.CreationTimestamp instanceof Date);
    const list = await send('ListCollections');
    assert.deepEqual(list.CollectionIds, ['js-office']);
    assert.equal(list.FaceModelVersions.length, 1);
});

test('TagResource, ListTagsForResource, UntagResource', async () => {
    const { CollectionARN: ResourceArn } = await send('DescribeCollection', office);
    await send('TagResource', { ResourceArn, Tags: { floor: '2' } });
    await send('UntagResource', { ResourceArn, TagKeys: ['site'] });
    assert.deepEqual((await send('ListTagsForResource', { ResourceArn })).Tags, { floor: '2' });
});

test('DetectFaces', async () => {
    const { FaceDetails } = await send('DetectFaces', { Image: person, Attributes: ['ALL'] });
    assert.equal(FaceDetails.length, 1);
    assert.ok(FaceDetails[0].Confidence > 50);
    assert.ok(FaceDetails[0].Landmarks.some(mark => mark.Type === 'eyeLeft'));
});

test('CompareFaces', async () => {
    const same = await send('CompareFaces', { SourceImage: person, TargetImage: photo('sample-person-1/2.jpg') });
    assert.equal(same.FaceMatches.length, 1);
    const other = await send('CompareFaces', { SourceImage: person, TargetImage: photo('stranger.jpg') });
    assert.equal(other.FaceMatches.length, 0);
    assert.ok(other.UnmatchedFaces.length >= 1);
});

test('IndexFaces', async () => {
    for (const name of ['sample-person-1/1.jpg', 'sample-person-1/2.jpg', 'sample-person-2/1.jpg']) {
        const answer = await send('IndexFaces', {
            ...office, Image: photo(name), MaxFaces: 1, ExternalImageId: name.replaceAll('/', '-'),
        });
        assert.equal(answer.FaceRecords.length, 1, name);
        faces.push(answer.FaceRecords[0].Face.FaceId);
    }
    const again = await send('IndexFaces', {
        ...office, Image: person, MaxFaces: 1, ExternalImageId: 'sample-person-1-1.jpg',
    });
    assert.equal(again.FaceRecords[0].Face.FaceId, faces[0]);
    const group = await send('IndexFaces', { ...office, Image: photo('group.jpg'), MaxFaces: 1 });
    assert.ok(group.UnindexedFaces[0].Reasons.includes('EXCEEDS_MAX_FACES'));
    await send('DeleteFaces', { ...office, FaceIds: group.FaceRecords.map(record => record.Face.FaceId) });
});

test('ListFaces', async () => {
    const all = [];
    for await (const page of sdk.paginateListFaces({ client, pageSize: 2 }, { ...office })) {
        all.push(...page.Faces.map(face => face.FaceId));
    }
    assert.deepEqual(all.toSorted(), faces.toSorted());
    const one = await send('ListFaces', { ...office, FaceIds: [faces[1]] });
    assert.equal(one.Faces[0].ExternalImageId, 'sample-person-1-2.jpg');
});

test('SearchFaces', async () => {
    const { FaceMatches, SearchedFaceId } = await send('SearchFaces', { ...office, FaceId: faces[0] });
    assert.equal(SearchedFaceId, faces[0]);
    assert.deepEqual(FaceMatches.map(match => match.Face.FaceId), [faces[1]]);
    assert.ok(FaceMatches[0].Similarity >= 80);
});

test('SearchFacesByImage', async () => {
    const answer = await send('SearchFacesByImage', { ...office, Image: photo('sample-person-1-probe.jpg') });
    assert.ok(answer.FaceMatches.some(match => match.Face.FaceId === faces[0]));
    assert.ok(answer.SearchedFaceBoundingBox.Width > 0);
});

test('CreateUser, AssociateFaces', async () => {
    await send('CreateUser', { ...office, UserId: 'ana', ClientRequestToken: 'js-1' });
    await send('CreateUser', { ...office, UserId: 'ana', ClientRequestToken: 'js-1' });
    await send('CreateUser', { ...office, UserId: 'bob' });
    const first = await send('AssociateFaces', { ...office, UserId: 'ana', FaceIds: [faces[0]] });
    assert.deepEqual(first.AssociatedFaces, [{ FaceId: faces[0] }]);
    assert.deepEqual(first.UnsuccessfulFaceAssociations, []);
    await send('AssociateFaces', { ...office, UserId: 'bob', FaceIds: [faces[2]] });
    const gone = randomUUID();
    const mixed = await send('AssociateFaces', { ...office, UserId: 'ana', FaceIds: [...faces, gone] });
    assert.deepEqual(mixed.AssociatedFaces, [{ FaceId: faces[1] }]);
    const reasons = Object.fromEntries(mixed.UnsuccessfulFaceAssociations.map(face => [face.FaceId, face]));
    assert.deepEqual(reasons[faces[2]].Reasons, ['ASSOCIATED_TO_A_DIFFERENT_USER']);
    assert.equal(reasons[faces[2]].UserId, 'bob');
    assert.deepEqual(reasons[gone].Reasons, ['FACE_NOT_FOUND']);
});

test('ListUsers', async () => {
    const all = [];
    for await (const page of sdk.paginateListUsers({ client, pageSize: 1 }, { ...office })) {
        all.push(...page.Users);
    }
    assert.deepEqual(all.map(user => user.UserId).toSorted(), ['ana', 'bob']);
    assert.ok(all.every(user => user.UserStatus === 'ACTIVE'));
});

test('SearchUsers', async () => {
    const byFace = await send('SearchUsers', { ...office, FaceId: faces[0] });
    assert.equal(byFace.UserMatches[0].User.UserId, 'ana');
    assert.equal(byFace.SearchedFace.FaceId, faces[0]);
    const byUser = await send('SearchUsers', { ...office, UserId: 'ana', UserMatchThreshold: 0 });
    assert.deepEqual(byUser.UserMatches.map(match => match.User.UserId), ['bob']);
    assert.equal(byUser.SearchedUser.UserId, 'ana');
});

test('SearchUsersByImage', async () => {
    const answer = await send('SearchUsersByImage', { ...office, Image: photo('sample-person-1-probe.jpg') });
    assert.equal(answer.UserMatches[0].User.UserId, 'ana');
    const none = await send('SearchUsersByImage', { ...office, Image: photo('stranger.jpg') });
    assert.deepEqual(none.UserMatches, []);
});

test('DeleteFaces', async () => {
    const gone = randomUUID();
    const answer = await send('DeleteFaces', { ...office, FaceIds: [faces[0], gone] });
    assert.deepEqual(answer.DeletedFaces, []);
    const kept = Object.fromEntries(answer.UnsuccessfulFaceDeletions.map(face => [face.FaceId, face.Reasons]));
    assert.deepEqual(kept[faces[0]], ['ASSOCIATED_TO_AN_EXISTING_USER']);
    assert.deepEqual(kept[gone], ['FACE_NOT_FOUND']);
});

test('DisassociateFaces', async () => {
    const answer = await send('DisassociateFaces', { ...office, UserId: 'ana', FaceIds: faces });
    assert.deepEqual(answer.DisassociatedFaces.map(face => face.FaceId).toSorted(), faces.slice(0, 2).toSorted());
    assert.deepEqual(answer.UnsuccessfulFaceDisassociations[0].Reasons, ['ASSOCIATED_TO_A_DIFFERENT_USER']);
    assert.equal(answer.UserStatus, 'CREATED');
});

test('ResourceAlreadyExistsException', () => refused('ResourceAlreadyExistsException', 'CreateCollection', office));

test('ResourceNotFoundException', async () => {
    await refused('ResourceNotFoundException', 'DescribeCollection', { CollectionId: 'none' });
    await refused('ResourceNotFoundException', 'DeleteUser', { ...office, UserId: 'nobody' });
});

test('ConflictException', () => refused('ConflictException', 'CreateUser', { ...office, UserId: 'ana' }));

test('IdempotentParameterMismatchException', () => refused(
    'IdempotentParameterMismatchException', 'CreateUser', { ...office, UserId: 'eve', ClientRequestToken: 'js-1' }));

test('InvalidPaginationTokenException', () => refused(
    'InvalidPaginationTokenException', 'ListFaces', { ...office, NextToken: 'made-up' }));

test('InvalidParameterException', async () => {
    const error = await refused('InvalidParameterException', 'SearchFaces', { ...office, FaceId: randomUUID() });
    assert.match(error.message, /faceId was not found in the collection/);
    await refused('InvalidParameterException', 'DetectFaces', { Image: {} });
});

test('InvalidImageFormatException', () => refused(
    'InvalidImageFormatException', 'DetectFaces', { Image: { Bytes: Buffer.from('no picture') } }));

test('ImageTooLargeException', () => {
    const wide = Buffer.from(readFileSync(join(samples, 'wide.png')));
    return refused('ImageTooLargeException', 'DetectFaces', { Image: { Bytes: wide } });
});

test('InvalidS3ObjectException', () => refused(
    'InvalidS3ObjectException', 'DetectFaces', { Image: { S3Object: { Bucket: 'bucket', Name: 'none' } } }));

test('ServiceQuotaExceededException', async () => {
    const { CollectionARN: ResourceArn } = await send('DescribeCollection', office);
    const tags = (from, count) => Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`tag-${from + i}`, '']));
    await send('TagResource', { ResourceArn, Tags: tags(0, 199) });
    await refused('ServiceQuotaExceededException', 'TagResource', { ResourceArn, Tags: tags(200, 2) });
});

test('ProvisionedThroughputExceededException', () => refused(
    'ProvisionedThroughputExceededException', throttled, {}));

for (const [code, status] of [
    ['AccessDeniedException', 400], ['ThrottlingException', 400], ['ThrottlingException', 500],
    ['InternalServerError', 500],
]) {
    test(`${code} as ${status}`, async () => {
        const error = await refused(code, 'ListUsers', office);
        assert.equal(error.$metadata.httpStatusCode, status);
    });
}

test('ValidationException', async () => {
    const error = await refused('ValidationException', 'AssociateFaces', {
        ...office, UserId: 'ana', FaceIds: Array(101).fill(randomUUID()),
    });
    assert.match(error.message, /^1 validation error detected: Value .* at 'faceIds' failed to satisfy constraint/);
    for (const [operation, input] of [
        ['CreateCollection', { CollectionId: 'a b' }],
        ['ListUsers', { ...office, MaxResults: 501 }],
        ['ListFaces', { ...office, MaxResults: 4097 }],
        ['DetectFaces', { Image: { Bytes: Buffer.alloc(5 * 1024 * 1024 + 1) } }],
        ['IndexFaces', { ...office, Image: person, ExternalImageId: 'my photo.jpg' }],
        ['IndexFaces', { ...office, Image: person, QualityFilter: 'BEST' }],
        ['SearchUsers', { ...office, UserId: 'ana', UserMatchThreshold: 100.5 }],
    ]) {
        await refused('ValidationException', operation, input);
    }
});

test('what the embedded engine lacks', () => refused(
    'NotAvailableOnEmbeddedEngine', 'DetectText', { Image: person }));

test('UnrecognizedClientException and InvalidSignatureException', async () => {
    const { accessKeyId } = await client.config.credentials();
    for (const [code, credentials] of [
        ['UnrecognizedClientException', { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wrong' }],
        ['InvalidSignatureException', { accessKeyId, secretAccessKey: 'wrong' }],
    ]) {
        const stranger = new sdk.RekognitionClient({ endpoint, region: 'eu-central-1', maxAttempts: 1, credentials });
        const error = await stranger.send(new sdk.ListCollectionsCommand({})).then(() => undefined, e => e);
        assert.equal(error?.name, code);
        stranger.destroy();
    }
});

test('DeleteUser, DeleteCollection', async () => {
    await send('DeleteUser', { ...office, UserId: 'bob' });
    assert.equal((await send('DescribeCollection', office)).UserCount, 1);
    assert.equal((await send('ListFaces', office)).Faces.length, 3);
    assert.equal((await send('DeleteCollection', office)).StatusCode, 200);
});

for (const [name, run] of cases) {
    try {
        await run();
        console.log(`ok ${name}`);
    } catch (error) {
        console.log(`not ok ${name}: ${String(error.message).replaceAll('\n', ' ')}`);
    }
}
client.destroy();
