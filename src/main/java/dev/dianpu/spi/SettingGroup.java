package dev.dianpu.spi;

import java.util.List;
import java.util.Objects;

/**
 * A section of the store settings. Its title is the text {@code setting-group.<id>}, an optional introduction
 * {@code setting-group.<id>.help}.
 *
 * @param id lower-case name, unique in the shop
 * @param order where the tab stands: the host's own tabs are below 100, plugins' from 100; below 0 it is no tab of the
 *     store settings but has a page of its own
 * @param fields its settings in the order of the page
 * @param check finds contradictions between values that are each fine alone; see {@link Check}
 * @param links addresses shown beside the form: where to buy, where the keys are
 */
public record SettingGroup(
    String id, String tab, int order, List<SettingField> fields, Check check, List<Link> links) {

  /** Finds contradictions. Called with the values as they would be after saving; must not keep or log them. */
  @FunctionalInterface
  public interface Check {
    /** What is wrong, each beside one field; empty when the values go together. */
    List<SettingProblem> problems(Settings wanted);
  }

  /**
   * A link beside the form; its label is the text {@code setting-group.<group>.link.<name>}.
   *
   * @param name last part of the text key
   * @param href absolute https address
   */
  public record Link(String name, String href) {}

  public SettingGroup {
    Objects.requireNonNull(id);
    Objects.requireNonNull(tab);
    Objects.requireNonNull(check);
    fields = List.copyOf(fields);
    links = List.copyOf(links);
  }

  /** A group without contradictions to look for and without links. */
  public static SettingGroup of(String id, int order, SettingField... fields) {
    return new SettingGroup(id, id, order, List.of(fields), wanted -> List.of(), List.of());
  }

  /** The same group with a check for contradictions. */
  public SettingGroup checkedBy(Check check) {
    return new SettingGroup(id, tab, order, fields, check, links);
  }

  /** The same group with links beside its form. */
  public SettingGroup linking(Link... links) {
    return new SettingGroup(id, tab, order, fields, check, List.of(links));
  }

  /** The same group on another group's tab; while that group is not there, it has a tab of its own. */
  public SettingGroup onTab(String other) {
    return new SettingGroup(id, other, order, fields, check, links);
  }
}
