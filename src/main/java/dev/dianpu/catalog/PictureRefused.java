package dev.dianpu.catalog;

/** An uploaded file that the shop does not take. */
public class PictureRefused extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** More bytes than {@link PictureMaker#MOST_BYTES}. */
    TOO_LARGE,
    /** No picture, or none of a kind that can be read. */
    UNREADABLE,
    /** More points than {@link PictureMaker#MOST_POINTS}. */
    TOO_MANY_POINTS,
    /** The goods have as many pictures as they can. */
    TOO_MANY
  }

  private final Reason reason;

  public PictureRefused(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
