package io.vestibule.camera.network;

/// The login at a network camera. Never written to a log.
public record CameraCredentials(String user, String password) {

    @Override
    public String toString() {
        return "Login";
    }
}
