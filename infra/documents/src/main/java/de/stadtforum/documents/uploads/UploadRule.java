package de.stadtforum.documents.uploads;

/// Why a file is refused.
public enum UploadRule {
    /// It has no bytes.
    EMPTY,
    /// It has more bytes than the form takes.
    TOO_LARGE,
    /// The form does not take files of this kind, or nobody knows what it is.
    WRONG_KIND,
    /// ZIP, RAR, 7z and their like: nobody looks into them.
    ARCHIVE,
    /// An office file that brings programs along.
    MACROS,
    /// An office file that unpacks to far more than it is.
    BOMB,
    /// An office file of before 2007, or one with a password: both look the same.
    OLD_OFFICE,
    /// A picture as some phones keep it (HEIC, AVIF): they can send it as JPEG.
    PHONE_FORMAT,
    /// A picture with more pixels, in all or in one direction, than it is decoded with.
    TOO_MANY_PIXELS,
    /// So many files belong to the same thing that it takes no more.
    TOO_MANY,
    /// All files together would take more than the service may have.
    NO_ROOM,
    /// The virus scanner found something in it.
    VIRUS,
    /// The virus scanner does not answer, and without it nothing is taken.
    NOT_SCANNED,
    /// It begins as a file of its kind and cannot be read.
    BROKEN
}
