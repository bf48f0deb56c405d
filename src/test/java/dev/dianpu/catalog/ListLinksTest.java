package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.web.LocalAddress;
import org.junit.jupiter.api.Test;

/** Addresses that are as usual are short, so that the page cache has one entry for one page. */
class ListLinksTest {

  @Test
  void theFirstPageInTheUsualOrderIsThePathAlone() {
    assertThat(new ListLinks("/category/3", "", Sorting.DEFAULT).page(1)).isEqualTo("/category/3");
  }

  @Test
  void orderAndPageAreKept() {
    assertThat(new ListLinks("/category/3", "", Sorting.PRICE_DESC).page(2))
        .isEqualTo("/category/3?sort=price-desc&page=2");
  }

  @Test
  void everyOrderLinksToItsFirstPage() {
    assertThat(new ListLinks("/category/3", "", Sorting.SALES).sorts()).extracting(ListLinks.Sort::href)
        .containsExactly("/category/3", "/category/3?sort=sales", "/category/3?sort=newest",
            "/category/3?sort=price-asc", "/category/3?sort=price-desc");
  }

  /** Who changes the language on a result page comes back to that page. */
  @Test
  void whatWasTypedMakesAnAddressOfThisShop() {
    String address = new ListLinks("/search", "茶 杯*&q=x#", Sorting.DEFAULT).page(1);
    assertThat(address).isEqualTo("/search?q=%E8%8C%B6%20%E6%9D%AF%2A%26q%3Dx%23");
    assertThat(LocalAddress.orHome(address)).hasToString(address);
    assertThat(LocalAddress.orHome("/%")).as("no address").hasToString("/");
  }

  @Test
  void anUnknownOrderIsTheUsualOne() {
    assertThat(Sorting.of("id;drop")).isEqualTo(Sorting.DEFAULT);
    assertThat(Sorting.of(null)).isEqualTo(Sorting.DEFAULT);
  }
}
