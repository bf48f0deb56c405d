package dev.dianpu.platform.web;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.Settings;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions that every template may call; the README of the themes names them. */
final class TemplateFunctions extends AbstractExtension {

  private final Messages messages;
  private final Settings settings;
  private final Assets assets;

  TemplateFunctions(Messages messages, Settings settings, Assets assets) {
    this.messages = messages;
    this.settings = settings;
    this.assets = assets;
  }

  @FunctionalInterface
  private interface Body {
    Object value(List<Object> arguments, Locale locale);
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of(
        "t", function((args, locale) ->
            messages.text(locale, args.get(0).toString(), args.subList(1, args.size()).toArray())),
        "has", function((args, locale) -> messages.has(args.get(0).toString())),
        "asset", function((args, locale) -> assets.address(args.get(0).toString())),
        "setting", function((args, locale) -> settings.text(args.get(0).toString())),
        "hole", function((args, locale) -> new SafeString(
            PageCache.RenderedPage.OPEN + args.get(0).toString() + PageCache.RenderedPage.CLOSE)),
        "money", function((args, locale) ->
            new DecimalFormat("¥#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(args.get(0))),
        "date", function((args, locale) -> time("yyyy-MM-dd", args.get(0))),
        "datetime", function((args, locale) -> time("yyyy-MM-dd HH:mm:ss", args.get(0))));
  }

  /** Times are kept in UTC and shown in the shop's zone. */
  private String time(String pattern, Object instant) {
    return instant == null ? "" : DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withZone(ZoneId.of(settings.text("shop.zone"))).format((Instant) instant);
  }

  private static Function function(Body body) {
    return new Function() {
      @Override
      public List<String> getArgumentNames() {
        return null;
      }

      @Override
      public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
        List<Object> values = new java.util.ArrayList<>();
        for (int i = 0; args.containsKey(Integer.toString(i)); i++) {
          values.add(args.get(Integer.toString(i)));
        }
        return body.value(values, context.getLocale());
      }
    };
  }
}
