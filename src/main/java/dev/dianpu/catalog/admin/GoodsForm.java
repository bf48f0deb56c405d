package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.admin.GoodsDraft.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The form of goods: reads it, and fills it with goods that are there. */
final class GoodsForm {

  /** Variants of the same goods. */
  static final int MOST = 60;

  private static final int MOST_PIECES = 9_999_999;
  private static final int MOST_GRAMS = 999_999;

  private final EnteredForm form;
  private final ZoneId zone;

  GoodsForm(EnteredForm form, ZoneId zone) {
    this.form = form;
    this.zone = zone;
  }

  /** What is wanted; to be regarded only if the form has no errors then. */
  GoodsDraft read(long id) {
    Words words = new Words(form.text("name", 1, 120), form.text("brief", 0, 200), form.text("keywords", 0, 200),
        form.lines("description", 20_000));
    String names = Combinations.plain(form.text("options", 0, 60));
    String sn = form.text("sn", 1, 40);
    List<SkuDraft> skus = skus(sn, Combinations.count(names));
    if (form.choice("category").isEmpty()) {
      form.wrong("category", Wrong.of("goods.wrong.choice"));
    }
    return new GoodsDraft(id, form.choice("category").orElse(0L), form.choice("brand").orElse(0L),
        form.choice("type").orElse(0L), sn, words, form.money("market"), form.number("position", 0, 99_999),
        form.ticked("featured"), form.ticked("onsale"), form.number("warn", 0, MOST_PIECES), names, skus);
  }

  private List<SkuDraft> skus(String sn, int options) {
    Instant from = form.moment("from", zone);
    Instant until = form.moment("until", zone);
    List<SkuDraft> skus = new ArrayList<>();
    for (int row : filled()) {
      skus.add(sku(row, sn, options, new Instant[] {from, until}));
    }
    if (skus.stream().allMatch(SkuDraft::removed)) {
      form.wrong("skus", Wrong.of("goods.wrong.skus"));
    }
    if (skus.stream().anyMatch(sku -> sku.promotionPrice() != null)) {
      if (from == null || until == null || !from.isBefore(until)) {
        form.wrong("until", Wrong.of("goods.wrong.promotion"));
      }
    }
    return skus;
  }

  private SkuDraft sku(int row, String sn, int options, Instant[] promotion) {
    String at = "sku." + row + '.';
    boolean removed = form.ticked(at + "remove");
    String values = Combinations.plain(form.text(at + "options", 0, 120));
    BigDecimal price = form.money(at + "price");
    BigDecimal special = form.money(at + "promotion");
    String code = form.text(at + "code").isEmpty() ? numbered(sn, row) : form.text(at + "code", 1, 40);
    int stock = form.number(at + "stock", 0, MOST_PIECES);
    if (price == null) {
      form.wrong(at + "price", Wrong.of("goods.wrong.money"));
    } else if (special != null && special.compareTo(price) >= 0) {
      form.wrong(at + "promotion", Wrong.of("goods.wrong.promotion-price"));
    }
    if (!removed && Combinations.count(values) != options) {
      form.wrong(at + "options", new Wrong("goods.wrong.options", options, options));
    } else if (!removed && repeated(row, values, code)) {
      form.wrong(at + "options", Wrong.of("goods.wrong.repeated"));
    }
    return new SkuDraft(form.choice(at + "id").orElse(0L), code, values, price, special,
        special == null ? null : promotion[0], special == null ? null : promotion[1], stock,
        stock - form.choice(at + "was").map(Long::intValue).orElse(0), form.number(at + "weight", 0, MOST_GRAMS),
        form.ticked(at + "sold"), removed);
  }

  /** The number of a variant for which the owner typed none. */
  private static String numbered(String sn, int row) {
    return row == 0 ? sn : sn + '-' + (row + 1);
  }

  /** Whether a row before this one has the same options or number. */
  private boolean repeated(int row, String values, String code) {
    return filled().stream().filter(other -> other < row && !form.ticked("sku." + other + ".remove"))
        .anyMatch(other -> Combinations.plain(form.text("sku." + other + ".options")).equals(values)
            || form.text("sku." + other + ".code").equalsIgnoreCase(code));
  }

  /** Rows in which something stands; all of those that are of a variant. */
  List<Integer> filled() {
    return IntStream.range(0, rows()).filter(row -> form.choice("sku." + row + ".id").isPresent()
        || !form.text("sku." + row + ".price").isEmpty() || !form.text("sku." + row + ".options").isEmpty()
        || !form.text("sku." + row + ".code").isEmpty()).boxed().toList();
  }

  private int rows() {
    String rows = form.text("rows");
    return rows.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(rows), MOST) : 0;
  }

  /** A row as the page shows it, with what is wrong in it. */
  public record Line(Map<String, String> values, Map<String, Wrong> errors) {}

  /** The rows as the page shows them: those filled, one for each further combination, some blank ones; at least one. */
  List<Line> lines(List<String> combinations, int blank) {
    List<Line> lines = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (int row : filled()) {
      String at = "sku." + row + '.';
      there.add(Combinations.plain(form.text(at + "options")));
      lines.add(new Line(below(at, form.values()), below(at, form.errors())));
    }
    Map<String, String> first = lines.isEmpty() ? Map.of() : lines.get(0).values();
    combinations.stream().filter(there::add).forEach(options -> lines.add(next(first, options)));
    for (int i = lines.isEmpty() ? -1 : 0; i < blank; i++) {
      lines.add(next(Map.of("weight", first.getOrDefault("weight", "500")), ""));
    }
    return lines.size() > MOST ? lines.subList(0, MOST) : lines;
  }

  private static <T> Map<String, T> below(String at, Map<String, T> all) {
    Map<String, T> own = new TreeMap<>();
    all.forEach((name, value) -> {
      if (name.startsWith(at)) {
        own.put(name.substring(at.length()), value);
      }
    });
    return own;
  }

  /** A further variant, like the first one. */
  private static Line next(Map<String, String> first, String options) {
    return new Line(Map.of("options", options, "price", first.getOrDefault("price", ""), "stock", "0",
        "weight", first.getOrDefault("weight", "500"), "sold", "1"), Map.of());
  }

  /** Fills the form with goods. */
  static Map<String, String> fields(GoodsDraft goods, ZoneId zone) {
    Map<String, String> fields = new TreeMap<>(Map.of("name", goods.words().name(), "brief", goods.words().brief(),
        "keywords", goods.words().keywords(), "description", goods.words().description(), "sn", goods.sn(),
        "options", goods.optionNames(), "position", Integer.toString(goods.position()),
        "warn", Integer.toString(goods.warnStock()), "market", plain(goods.marketPrice())));
    fields.put("category", Long.toString(goods.categoryId()));
    fields.put("brand", Long.toString(goods.brandId()));
    fields.put("type", Long.toString(goods.typeId()));
    fields.put("featured", goods.featured() ? "1" : "");
    fields.put("onsale", goods.onSale() ? "1" : "");
    fields.put("rows", Integer.toString(goods.skus().size()));
    for (int i = 0; i < goods.skus().size(); i++) {
      fill(fields, "sku." + i + '.', goods.skus().get(i));
    }
    goods.skus().stream().filter(sku -> sku.promotionPrice() != null).findFirst().ifPresent(sku -> {
      fields.put("from", local(sku.from(), zone));
      fields.put("until", local(sku.until(), zone));
    });
    return fields;
  }

  private static void fill(Map<String, String> fields, String at, SkuDraft sku) {
    fields.put(at + "id", Long.toString(sku.id()));
    fields.put(at + "code", sku.code());
    fields.put(at + "options", sku.options());
    fields.put(at + "price", plain(sku.price()));
    fields.put(at + "promotion", plain(sku.promotionPrice()));
    fields.put(at + "stock", Integer.toString(sku.stock()));
    fields.put(at + "was", Integer.toString(sku.stock()));
    fields.put(at + "weight", Integer.toString(sku.weight()));
    fields.put(at + "sold", sku.onSale() ? "1" : "");
  }

  private static String local(Instant moment, ZoneId zone) {
    return LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }
}
