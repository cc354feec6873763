<?php
// AsyncAws for PHP as Debian packages it, whose signer does not sign the content type, against `--serve-local`.
// Arguments: endpoint, folder of the samples; the key pair comes from the environment. Prints "ok php: CASE" lines.
require 'AsyncAws/Core/autoload.php';

use AsyncAws\Core\Credentials\Credentials;
use AsyncAws\Core\Request;
use AsyncAws\Core\RequestContext;
use AsyncAws\Core\Signer\SignerV4;
use AsyncAws\Core\Stream\StringStream;

[, $endpoint, $samples] = $argv;
$credentials = new Credentials(getenv('AWS_ACCESS_KEY_ID'), getenv('AWS_SECRET_ACCESS_KEY'));

function send(string $endpoint, Credentials $credentials, string $operation, array $input): array
{
    $headers = ['Content-Type' => 'application/x-amz-json-1.1', 'X-Amz-Target' => "RekognitionService.$operation"];
    $request = new Request('POST', '/', [], $headers, StringStream::create(json_encode((object) $input)));
    $request->setEndpoint("$endpoint/");
    (new SignerV4('rekognition', 'eu-central-1'))->sign($request, $credentials, new RequestContext());
    $curl = curl_init($request->getEndpoint());
    $lines = [];
    foreach ($request->getHeaders() as $name => $value) {
        $lines[] = "$name: $value";
    }
    curl_setopt_array($curl, [
        CURLOPT_RETURNTRANSFER => true, CURLOPT_HTTPHEADER => $lines,
        CURLOPT_POSTFIELDS => $request->getBody()->stringify(),
    ]);
    $answer = curl_exec($curl);
    if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
        throw new RuntimeException((string) $answer);
    }
    return json_decode($answer, true);
}

$cases = [
    'CreateCollection' => fn () => send($endpoint, $credentials, 'CreateCollection', ['CollectionId' => 'php']),
    'IndexFaces' => function () use ($endpoint, $credentials, $samples) {
        $bytes = base64_encode(file_get_contents("$samples/sample-person-1/1.jpg"));
        $answer = send($endpoint, $credentials, 'IndexFaces', ['CollectionId' => 'php', 'Image' => ['Bytes' => $bytes]]);
        if (count($answer['FaceRecords']) !== 1) {
            throw new RuntimeException('no face');
        }
    },
    'DeleteCollection' => fn () => send($endpoint, $credentials, 'DeleteCollection', ['CollectionId' => 'php']),
];
foreach ($cases as $name => $run) {
    try {
        $run();
        echo "ok php: $name\n";
    } catch (Throwable $error) {
        echo "not ok php: $name: " . strtr($error->getMessage(), "\n", ' ') . "\n";
    }
}
