package io.vestibule.camera.network;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The body of a camera's response: holds only the newest picture, so that a slow viewer never lags behind.
final class MjpegStream implements HttpResponse.BodySubscriber<MjpegStream> {

    private final MultipartParser multipartParser = new MultipartParser(this::put);
    private Flow.@Nullable Subscription subscription;
    private byte @Nullable [] newest;
    private boolean ended;

    /// Completed as soon as the header has arrived; the pictures follow.
    @Override
    public CompletionStage<MjpegStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        synchronized (this) {
            subscription = begun;
            if (ended) {
                begun.cancel();
                return;
            }
        }
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            if (!multipartParser.feed(piece)) {
                end();
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    private synchronized void put(byte[] picture) {
        newest = picture;
        notifyAll();
    }

    /// The newest picture not yet taken; null if none came in time.
    synchronized byte @Nullable [] take(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (newest == null && !ended && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                return null; // the picture stays for the next call
            }
            left = (end - System.nanoTime()) / 1_000_000;
        }
        byte[] taken = newest;
        newest = null;
        return taken;
    }

    synchronized boolean ended() {
        return ended && newest == null;
    }

    synchronized void end() {
        ended = true;
        if (subscription != null) {
            subscription.cancel();
        }
        notifyAll();
    }
}
