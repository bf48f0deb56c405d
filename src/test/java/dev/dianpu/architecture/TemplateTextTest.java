package dev.dianpu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reader behind {@link TemplatesTest} finds what it is there to find. */
class TemplateTextTest {

  @Test
  void aWordBetweenTagsIsFound() {
    assertThat(TemplateText.of("<p class=\"big\">Buy now {{ t('a') }}</p>").literals()).hasSize(1);
    assertThat(TemplateText.of("<p>加入购物车</p>").literals()).isNotEmpty();
  }

  @Test
  void aWordInAnAttributeThatPeopleReadIsFound() {
    assertThat(TemplateText.of("<img src=\"a.svg\" alt=\"a cup\">").literals()).containsExactly("a cup");
  }

  @Test
  void chineseInAnExpressionIsFound() {
    assertThat(TemplateText.of("{{ x ? '是' : '' }}").literals()).containsExactly("是");
  }

  @Test
  void markupExpressionsAndCommentsAreNoText() {
    String source = "{# says 中文 #}<a href=\"/x\" aria-label=\"{{ t('b') }}\">{{ t('a') }} &copy; 1/2</a>";
    assertThat(TemplateText.of(source).literals()).isEmpty();
  }

  @Test
  void aKeyWithoutATextIsFound() {
    TemplateText text = TemplateText.of("{{ t('a.b') }} {{ t(\"a.c\", 1) }} {{ t('d.' ~ x) }} {{ format('e') }}");
    assertThat(text.missing(Set.of("a.b", "d.one"))).containsExactly("a.c");
    assertThat(text.missing(Set.of("a.b", "a.c"))).containsExactly("d.");
  }

  @Test
  void inlineScriptStyleAndHandlersAreFound() {
    assertThat(TemplateText.of("<script>x()</script>").inline()).hasSize(1);
    assertThat(TemplateText.of("<p style=\"color:red\">").inline()).hasSize(1);
    assertThat(TemplateText.of("<b onclick=\"x()\">").inline()).hasSize(1);
    assertThat(TemplateText.of("<script type=\"module\" src=\"{{ asset('a.js') }}\"></script>").inline()).isEmpty();
  }
}
