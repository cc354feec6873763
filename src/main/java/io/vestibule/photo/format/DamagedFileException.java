package io.vestibule.photo.format;

/// The file begins as a picture but part of it is missing, broken, or of an unsupported kind.
public final class DamagedFileException extends Exception {

    public DamagedFileException(String message) {
        super(message);
    }
}
