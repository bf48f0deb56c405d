package dev.dianpu.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template says, read from its source: the texts it asks for and the words it holds itself. */
record TemplateText(String source) {

  private static final Pattern COMMENT = Pattern.compile("\\{#.*?#}|<!--.*?-->", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
  private static final Pattern WORD = Pattern.compile("\\p{L}[^\\n]*");
  /** The attributes that people read or hear. */
  private static final Pattern READ = Pattern.compile(
      "\\s(alt|title|placeholder|aria-label|aria-description|label)\\s*=\\s*\"([^\"]*\\p{L}[^\"]*)\"");
  private static final Pattern TEXT = Pattern.compile("\\bt\\(\\s*(['\"])(.*?)\\1\\s*(~)?");
  private static final Pattern TEMPLATE = Pattern.compile("\\{%-?\\s*(?:extends|include|import|embed)\\s+(['\"])(.*?)\\1");
  private static final Pattern INLINE = Pattern.compile(
      "<script(?![^>]*\\ssrc=)[^>]*>|<style\\b|<[^>]*\\s(?:style|on[a-z]+)\\s*=|javascript:", Pattern.CASE_INSENSITIVE);

  static TemplateText of(String source) {
    return new TemplateText(COMMENT.matcher(source).replaceAll(""));
  }

  /** Names of the templates it extends or includes. */
  List<String> templates() {
    return TEMPLATE.matcher(source).results().map(found -> found.group(2)).toList();
  }

  /** The keys it asks for that are not among the given; of a key put together only the beginning is known. */
  List<String> missing(Set<String> keys) {
    List<String> missing = new ArrayList<>();
    Matcher text = TEXT.matcher(source);
    while (text.find()) {
      String key = text.group(2);
      boolean there = text.group(3) == null ? keys.contains(key) : keys.stream().anyMatch(k -> k.startsWith(key));
      if (!there) {
        missing.add(key);
      }
    }
    return missing;
  }

  /** Words between tags, and in attributes that are read to people, that come from no bundle. */
  List<String> literals() {
    String markup = CODE.matcher(source).replaceAll("");
    List<String> literals = new ArrayList<>();
    READ.matcher(markup).results().forEach(found -> literals.add(found.group(2)));
    String words = ENTITY.matcher(TAG.matcher(markup).replaceAll("\n")).replaceAll("");
    WORD.matcher(words).results().forEach(found -> literals.add(found.group()));
    Pattern.compile("\\p{IsHan}+").matcher(source).results().forEach(found -> literals.add(found.group()));
    return literals;
  }

  /** Scripts, styles and handlers written into the page. */
  List<String> inline() {
    return INLINE.matcher(CODE.matcher(source).replaceAll("")).results().map(found -> found.group()).toList();
  }
}
