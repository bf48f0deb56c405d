package dev.dianpu.platform;

/** Records what an admin changed; the room {@code admin} keeps it. */
public interface AdminLog {

  /**
   * Records a change in the running transaction: who and from where come from the request.
   *
   * @param action a text key such as {@code admin.log.setting-changed}
   * @param subject what was changed, such as a setting's key or a plugin's id
   * @param before the old value; empty if there was none or it is secret
   * @param after the new value; empty likewise
   */
  void record(String action, String subject, String before, String after);
}
