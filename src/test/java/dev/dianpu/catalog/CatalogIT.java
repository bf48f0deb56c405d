package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.Database;
import dev.dianpu.system.TestDatabase;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalog on a real database, with the demo goods in it. */
class CatalogIT {

  private static final int ALL = 1000;

  private static Database database;
  private static SessionFactory factory;
  private static EntityManager em;
  private static final GoodsRepository goods = new GoodsRepository();
  private static final CategoryRepository categories = new CategoryRepository();

  @BeforeAll
  static void fill() {
    database = TestDatabase.migrated();
    runDemoScripts("first");
    Configuration configuration = new Configuration()
        .addAnnotatedClass(Category.class).addAnnotatedClass(Goods.class).addAnnotatedClass(GoodsTerm.class)
        .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
        .setProperty("hibernate.dialect", "org.hibernate.dialect.MySQLDialect")
        .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false")
        .setProperty("hibernate.xml_mapping_enabled", "false")
        .setProperty("hibernate.jdbc.time_zone", "UTC")
        .setProperty("hibernate.generate_statistics", "true");
    configuration.getProperties().put("hibernate.connection.datasource", database.dataSource());
    factory = configuration.buildSessionFactory();
    em = factory.createEntityManager();
    goods.em = em;
    categories.em = em;
    index();
  }

  @AfterAll
  static void close() {
    if (factory != null) {
      em.close();
      factory.close();
    }
  }

  private static void runDemoScripts(String history) {
    Flyway.configure().dataSource(database.dataSource()).locations("classpath:sql/demo").table("demo_" + history)
        .baselineOnMigrate(true).baselineVersion("0").load().migrate();
  }

  private static void index() {
    SearchIndexRepository repository = new SearchIndexRepository();
    repository.em = em;
    boolean more = true;
    while (more) {
      em.getTransaction().begin();
      more = repository.writeNext();
      em.getTransaction().commit();
    }
  }

  private static List<String> find(String query) {
    return goods.found(SearchTerms.wanted(query), Sorting.DEFAULT, 0, ALL).stream().map(GoodsCard::name).toList();
  }

  private static long queries(Runnable work) {
    factory.getStatistics().clear();
    work.run();
    return factory.getStatistics().getPrepareStatementCount();
  }

  @Test
  void theDemoShopHasGoodsInEveryCategory() {
    assertThat(categories.shown()).hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(category -> assertThat(goods.count(category.id())).isGreaterThanOrEqualTo(4));
    assertThat(goods.newest(ALL)).hasSizeGreaterThanOrEqualTo(24);
  }

  /** A shop whose owner runs the script twice keeps its shelves as they are. */
  @Test
  void theDemoScriptsCanRunTwice() {
    int before = goods.newest(ALL).size();
    runDemoScripts("second");
    em.clear();
    assertThat(goods.newest(ALL)).hasSize(before);
  }

  @Test
  void everyDemoPictureIsThereAndNoTwoGoodsShareOne() {
    Set<String> pictures = new HashSet<>();
    assertThat(goods.newest(ALL)).allSatisfy(card -> {
      assertThat(Path.of("webapp-themes/default/assets", card.picture())).exists();
      assertThat(pictures.add(card.picture())).as(card.picture()).isTrue();
    });
  }

  @Test
  void everyOrderIsKept() {
    long category = goods.newest(1).get(0).categoryId();
    assertThat(goods.ofCategory(category, Sorting.PRICE_ASC, 0, ALL)).hasSizeGreaterThan(1)
        .isSortedAccordingTo(Comparator.comparing(GoodsCard::price));
    assertThat(goods.ofCategory(category, Sorting.PRICE_DESC, 0, ALL))
        .isSortedAccordingTo(Comparator.comparing(GoodsCard::price).reversed());
    assertThat(goods.ofCategory(category, Sorting.SALES, 0, ALL)).extracting(card -> goods.find(card.id()).get().sales())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(goods.ofCategory(category, Sorting.NEWEST, 0, ALL))
        .extracting(card -> goods.find(card.id()).get().listedAt()).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void pagesNeitherRepeatNorLoseGoods() {
    long category = goods.newest(1).get(0).categoryId();
    int count = (int) goods.count(category);
    List<Long> paged = IntStream.range(0, count)
        .mapToObj(i -> goods.ofCategory(category, Sorting.DEFAULT, i, 1).get(0).id()).toList();
    assertThat(paged).doesNotHaveDuplicates().hasSize(count);
  }

  @Test
  void goodsAreFoundByPartOfTheirNameByKeywordAndByNumber() {
    assertThat(find("盖碗")).containsExactly("白瓷盖碗三件套 130 毫升");
    assertThat(find("充电宝")).containsExactly("磁吸移动电源 10000 毫安时");
    assertThat(find("tea-0104")).containsExactly("云南日晒咖啡豆 250 克");
    assertThat(find("ＬＥＤ")).containsExactly("无频闪护眼台灯");
  }

  @Test
  void allWordsMustBeFound() {
    assertThat(find("咖啡")).hasSize(2);
    assertThat(find("咖啡 豆")).containsExactly("云南日晒咖啡豆 250 克");
    assertThat(find("咖啡 帐篷")).isEmpty();
  }

  @Test
  void aSingleCharacterIsFoundWhereverItStands() {
    assertThat(find("茶")).contains("明前龙井绿茶 100 克罐装", "白瓷盖碗三件套 130 毫升");
    assertThat(find("毯")).contains("羊毛混纺格纹盖毯");
  }

  @Test
  void theCountAgreesWithWhatIsFound() {
    for (String query : List.of("茶", "咖啡", "送礼", "飞船")) {
      assertThat(goods.countFound(SearchTerms.wanted(query))).as(query).isEqualTo(find(query).size());
    }
  }

  /** Orders will name goods that are sold no more: the row stays, visitors see nothing of it. */
  @Test
  void goodsOffSaleAreNowhere() {
    GoodsCard tent = goods.found(SearchTerms.wanted("帐篷"), Sorting.DEFAULT, 0, 1).get(0);
    update("update Goods set onSale = false where id = " + tent.id());
    try {
      assertThat(goods.find(tent.id())).isEmpty();
      assertThat(find("帐篷")).isEmpty();
      assertThat(goods.newest(ALL)).extracting(GoodsCard::id).doesNotContain(tent.id());
      assertThat(goods.ofCategory(tent.categoryId(), Sorting.DEFAULT, 0, ALL)).extracting(GoodsCard::id)
          .doesNotContain(tent.id());
    } finally {
      update("update Goods set onSale = true where id = " + tent.id());
    }
  }

  @Test
  void aChangedNameIsFoundUnderItsNewTermsOnly() {
    GoodsCard umbrella = goods.found(SearchTerms.wanted("三折"), Sorting.DEFAULT, 0, 1).get(0);
    update("update Goods set name = '折叠遮雨具', searchable = false where id = " + umbrella.id());
    try {
      index();
      assertThat(find("遮雨")).containsExactly("折叠遮雨具");
      assertThat(find("三折")).isEmpty();
    } finally {
      update("update Goods set name = '" + umbrella.name() + "', searchable = false where id = " + umbrella.id());
      index();
    }
  }

  /** However many goods there are: a list that asks once per row is a list that gets slow. */
  @Test
  void aListIsOneQuery() {
    long category = goods.newest(1).get(0).categoryId();
    assertThat(queries(() -> goods.ofCategory(category, Sorting.DEFAULT, 0, ALL))).isEqualTo(1);
    assertThat(queries(() -> goods.found(SearchTerms.wanted("咖啡 豆"), Sorting.SALES, 0, ALL))).isEqualTo(1);
    assertThat(queries(() -> goods.related(category, 0, 4))).isEqualTo(1);
    assertThat(queries(() -> goods.find(1))).isEqualTo(1);
    assertThat(queries(categories::shown)).isEqualTo(1);
  }

  @Test
  void pricesKeepTheirFen() {
    long towels = goods.found(SearchTerms.wanted("毛巾"), Sorting.DEFAULT, 0, 1).get(0).id();
    assertThat(goods.find(towels).get().price()).isEqualTo(new BigDecimal("49.90"));
  }

  private static void update(String jpql) {
    em.getTransaction().begin();
    em.createQuery(jpql).executeUpdate();
    em.getTransaction().commit();
  }
}
