package io.vestibule.photo.format;

/// The file begins as a picture but part of it is missing, broken, or of a kind that is not read.
public final class DamagedFileException extends Exception {

    public DamagedFileException(String message) {
        super(message);
    }
}
