# Amazon's SDK for Ruby against `--serve-local`: its S3 client, and its signer for Rekognition, whose client Debian does
# not package. Arguments: endpoint, folder of the samples; the key pair comes from the environment. Prints "ok ruby: CASE".
require 'aws-sdk-s3'
require 'aws-sigv4'
require 'base64'
require 'json'
require 'net/http'

endpoint, samples = ARGV
photo = File.join(samples, 'sample-person-1', '1.jpg')
s3 = Aws::S3::Client.new(endpoint: endpoint, region: 'eu-central-1', force_path_style: true)
signer = Aws::Sigv4::Signer.new(
  service: 'rekognition', region: 'eu-central-1', access_key_id: ENV['AWS_ACCESS_KEY_ID'],
  secret_access_key: ENV['AWS_SECRET_ACCESS_KEY']
)
rekognition = lambda do |operation, input|
  headers = { 'content-type' => 'application/x-amz-json-1.1', 'x-amz-target' => "RekognitionService.#{operation}" }
  body = JSON.generate(input)
  signed = signer.sign_request(http_method: 'POST', url: "#{endpoint}/", headers: headers, body: body)
  answer = Net::HTTP.post(URI("#{endpoint}/"), body, headers.merge(signed.headers))
  raise answer.body unless answer.code == '200'

  JSON.parse(answer.body)
end

cases = {
  'put, get, list' => lambda do
    s3.create_bucket(bucket: 'ruby')
    File.open(photo, 'rb') { |file| s3.put_object(bucket: 'ruby', key: 'in/face.jpg', body: file) }
    raise 'other bytes' unless s3.get_object(bucket: 'ruby', key: 'in/face.jpg').body.read.b == File.binread(photo)
    raise 'other keys' unless s3.list_objects_v2(bucket: 'ruby').contents.map(&:key) == ['in/face.jpg']
  end,
  'several parts, copy' => lambda do
    part = '7' * 6_000_000
    upload = s3.create_multipart_upload(bucket: 'ruby', key: 'large').upload_id
    parts = [1, 2].map do |number|
      answer = s3.upload_part(bucket: 'ruby', key: 'large', upload_id: upload, part_number: number, body: part)
      { part_number: number, etag: answer.etag }
    end
    s3.complete_multipart_upload(
      bucket: 'ruby', key: 'large', upload_id: upload, multipart_upload: { parts: parts }
    )
    raise 'other size' unless s3.head_object(bucket: 'ruby', key: 'large').content_length == 12_000_000

    s3.copy_object(bucket: 'ruby', key: 'copy', copy_source: 'ruby/in/face.jpg')
  end,
  'presigned address' => lambda do
    url = Aws::S3::Presigner.new(client: s3).presigned_url(:get_object, bucket: 'ruby', key: 'in/face.jpg')
    raise 'other bytes' unless Net::HTTP.get(URI(url)).b == File.binread(photo)
  end,
  'signed DetectFaces from S3' => lambda do
    image = { Image: { S3Object: { Bucket: 'ruby', Name: 'in/face.jpg' } } }
    raise 'no face' unless rekognition.call('DetectFaces', image)['FaceDetails'].size == 1
  end,
  'removal' => lambda do
    objects = s3.list_objects_v2(bucket: 'ruby').contents.map { |object| { key: object.key } }
    s3.delete_objects(bucket: 'ruby', delete: { objects: objects })
    s3.delete_bucket(bucket: 'ruby')
  end
}
cases.each do |name, run|
  run.call
  puts "ok ruby: #{name}"
rescue StandardError => e
  puts "not ok ruby: #{name}: #{e.message.tr("\n", ' ')}"
end
