// Amazon's SDK for Go, version 1 as Debian packages it, against --serve-local. Arguments: endpoint, folder of the
// samples; the key pair comes from the environment. Prints "ok go-1: CASE" lines.
package main

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/rekognition"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
)

func run(name string, test func() error) {
	if err := test(); err != nil {
		fmt.Printf("not ok go-1: %s: %q\n", name, err.Error())
	} else {
		fmt.Println("ok go-1: " + name)
	}
}

func main() {
	endpoint, samples := os.Args[1], os.Args[2]
	shared := session.Must(session.NewSession(&aws.Config{
		Endpoint: &endpoint, Region: aws.String("eu-central-1"), S3ForcePathStyle: aws.Bool(true),
		HTTPClient: http.DefaultClient,
	}))
	faces, store := rekognition.New(shared), s3.New(shared)
	bucket, key, collection := aws.String("go1"), aws.String("in/face.jpg"), aws.String("go1")
	photo, _ := os.ReadFile(filepath.Join(samples, "sample-person-1", "1.jpg"))
	probe, _ := os.ReadFile(filepath.Join(samples, "sample-person-1-probe.jpg"))

	run("put, several parts", func() error {
		if _, err := store.CreateBucket(&s3.CreateBucketInput{Bucket: bucket}); err != nil {
			return err
		}
		uploader := s3manager.NewUploader(shared)
		for name, body := range map[string][]byte{"in/face.jpg": photo, "large": make([]byte, 12000000)} {
			input := &s3manager.UploadInput{Bucket: bucket, Key: aws.String(name), Body: bytes.NewReader(body)}
			if _, err := uploader.Upload(input); err != nil {
				return err
			}
		}
		back := aws.NewWriteAtBuffer(nil)
		size, err := s3manager.NewDownloader(shared).Download(back, &s3.GetObjectInput{Bucket: bucket, Key: aws.String("large")})
		if err == nil && size != 12000000 {
			return fmt.Errorf("%d bytes", size)
		}
		return err
	})
	run("presigned address", func() error {
		request, _ := store.GetObjectRequest(&s3.GetObjectInput{Bucket: bucket, Key: key})
		url, err := request.Presign(time.Minute)
		if err != nil {
			return err
		}
		answer, err := http.Get(url)
		if err == nil && answer.StatusCode != 200 {
			return fmt.Errorf("%s", answer.Status)
		}
		return err
	})
	run("IndexFaces from S3, SearchFacesByImage", func() error {
		if _, err := faces.CreateCollection(&rekognition.CreateCollectionInput{CollectionId: collection}); err != nil {
			return err
		}
		image := &rekognition.Image{S3Object: &rekognition.S3Object{Bucket: bucket, Name: key}}
		if _, err := faces.IndexFaces(&rekognition.IndexFacesInput{CollectionId: collection, Image: image}); err != nil {
			return err
		}
		found, err := faces.SearchFacesByImage(&rekognition.SearchFacesByImageInput{
			CollectionId: collection, Image: &rekognition.Image{Bytes: probe}})
		if err == nil && len(found.FaceMatches) != 1 {
			return fmt.Errorf("%d matches", len(found.FaceMatches))
		}
		return err
	})
	run("removal", func() error {
		if _, err := faces.DeleteCollection(&rekognition.DeleteCollectionInput{CollectionId: collection}); err != nil {
			return err
		}
		objects := []*s3.ObjectIdentifier{{Key: key}, {Key: aws.String("large")}}
		if _, err := store.DeleteObjects(&s3.DeleteObjectsInput{Bucket: bucket, Delete: &s3.Delete{Objects: objects}}); err != nil {
			return err
		}
		_, err := store.DeleteBucket(&s3.DeleteBucketInput{Bucket: bucket})
		return err
	})
}
