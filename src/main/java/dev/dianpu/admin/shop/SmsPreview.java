package dev.dianpu.admin.shop;

import java.util.List;

/**
 * How an SMS text comes out.
 *
 * @param variables that may be used in it, each with the value that the preview shows for it
 * @param signature that goes before it, in its brackets
 * @param text what a phone would show
 * @param length its characters, signature included
 * @param parts how many SMS it is paid as
 * @param filing the wording to file with a gateway, {@code {变量}} in the place of each variable
 */
public record SmsPreview(
    List<Variable> variables, String signature, String text, int length, int parts, String filing) {

  /** A variable as it is written into a text, and what the preview shows in its place. */
  public record Variable(String name, String placeholder, String sample) {}
}
