package de.stadtforum.reporting.figures;

/// The bytes that figures were computed with are not there any more.
public final class FileNotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String file;

    public FileNotKept(String file) {
        super("the data file " + file + " is not kept");
        this.file = file;
    }

    public String file() {
        return file;
    }
}
