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
import java.util.Map;
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
  private static final SkuRepository skus = new SkuRepository();
  private static final DetailRepository details = new DetailRepository();
  private static final FacetRepository facets = new FacetRepository();

  @BeforeAll
  static void fill() {
    database = TestDatabase.migrated();
    runDemoScripts("first");
    Configuration configuration = new Configuration()
        .addAnnotatedClass(Category.class).addAnnotatedClass(Goods.class).addAnnotatedClass(GoodsTerm.class)
        .addAnnotatedClass(Sku.class).addAnnotatedClass(MemberRank.class).addAnnotatedClass(SkuRankPrice.class)
        .addAnnotatedClass(Brand.class).addAnnotatedClass(Attribute.class).addAnnotatedClass(GoodsAttribute.class)
        .addAnnotatedClass(GoodsPicture.class)
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
    skus.em = em;
    details.em = em;
    facets.em = em;
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

  private static List<GoodsCard> list(long category, Sorting sorting) {
    return goods.ofCategories(List.of(category), ListFilter.NONE, sorting, new Slot(0, ALL));
  }

  private static long queries(Runnable work) {
    factory.getStatistics().clear();
    work.run();
    return factory.getStatistics().getPrepareStatementCount();
  }

  @Test
  void theDemoShopHasGoodsInEveryCategory() {
    CategoryTree tree = new CategoryTree(categories.shown());
    assertThat(tree.children(0)).hasSizeGreaterThanOrEqualTo(6).allSatisfy(category ->
        assertThat(goods.count(tree.within(category.id()), ListFilter.NONE)).isGreaterThanOrEqualTo(4));
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
    assertThat(list(category, Sorting.PRICE_ASC)).hasSizeGreaterThan(1)
        .isSortedAccordingTo(Comparator.comparing(GoodsCard::price));
    assertThat(list(category, Sorting.PRICE_DESC))
        .isSortedAccordingTo(Comparator.comparing(GoodsCard::price).reversed());
    assertThat(list(category, Sorting.SALES)).extracting(card -> goods.find(card.id()).get().sales())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(list(category, Sorting.NEWEST))
        .extracting(card -> goods.find(card.id()).get().listedAt()).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void pagesNeitherRepeatNorLoseGoods() {
    long category = goods.newest(1).get(0).categoryId();
    int count = (int) goods.count(List.of(category), ListFilter.NONE);
    List<Long> paged = IntStream.range(0, count)
        .mapToObj(i -> goods.ofCategories(List.of(category), ListFilter.NONE, Sorting.DEFAULT, new Slot(i, 1)).get(0).id()).toList();
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
      assertThat(list(tent.categoryId(), Sorting.DEFAULT)).extracting(GoodsCard::id)
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
    assertThat(queries(() -> list(category, Sorting.DEFAULT))).isEqualTo(1);
    assertThat(queries(() -> goods.found(SearchTerms.wanted("咖啡 豆"), Sorting.SALES, 0, ALL))).isEqualTo(1);
    assertThat(queries(() -> goods.related(category, 0, 4))).isEqualTo(1);
    assertThat(queries(() -> goods.find(1))).isEqualTo(1);
    assertThat(queries(categories::shown)).isEqualTo(1);
  }

  private static long idOf(String sn) {
    return ((Number) em.createNativeQuery("select id from goods where sn = ?1").setParameter(1, sn).getSingleResult())
        .longValue();
  }

  /** Goods with ten variants must not cost ten times the queries of goods with one. */
  @Test
  void whatGoodsConsistOfIsOneQueryEach() {
    for (String sn : List.of("TRV-0602", "TEA-0101", "DSK-0404")) {
      long id = idOf(sn);
      assertThat(queries(() -> skus.ofGoods(id))).as(sn).isEqualTo(1);
      assertThat(queries(() -> details.pictures(id))).as(sn).isEqualTo(1);
      assertThat(queries(() -> details.traits(id))).as(sn).isEqualTo(1);
      assertThat(queries(() -> details.ranks(id))).as(sn).isEqualTo(1);
    }
    CategoryTree tree = new CategoryTree(categories.shown());
    tree.children(0).forEach(top -> assertThat(queries(() -> facets.of(tree.within(top.id())))).isEqualTo(2));
  }

  @Test
  void aListIsNarrowedByBrandPriceAndAttribute() {
    long category = goods.find(idOf("HOM-0303")).get().categoryId();
    Facet material = facets.of(List.of(category)).stream().filter(facet -> facet.name().equals("材质")).findFirst().get();
    assertThat(material.choices()).extracting(Facet.Choice::value).containsExactlyInAnyOrder("棉", "羊毛混纺", "亚麻");
    assertThat(narrowed(category, Map.of(material.parameter(), "羊毛混纺"))).containsExactly("羊毛混纺格纹盖毯");
    assertThat(narrowed(category, Map.of(material.parameter(), "棉", "max", "60"))).containsExactly("纯棉纱布毛巾三条装");
    String brand = facets.of(List.of(goods.find(idOf("TRV-0601")).get().categoryId())).stream()
        .filter(facet -> facet.parameter().equals("brand")).findFirst().get().choices().get(0).value();
    assertThat(narrowed(goods.find(idOf("TRV-0601")).get().categoryId(), Map.of("brand", brand))).hasSizeBetween(1, 4);
    assertThat(narrowed(category, Map.of(material.parameter(), "棉", "min", "1000"))).isEmpty();
  }

  private static List<String> narrowed(long category, Map<String, String> asked) {
    ListFilter filter = ListFilter.of(asked.keySet(), name -> asked.getOrDefault(name, ""));
    List<String> names = goods.ofCategories(List.of(category), filter, Sorting.DEFAULT, new Slot(0, ALL)).stream()
        .map(GoodsCard::name).toList();
    assertThat(goods.count(List.of(category), filter)).isEqualTo(names.size());
    return names;
  }

  @Test
  void everyGoodsHasAVariantAndTheirSumsAgree() {
    assertThat(em.createNativeQuery("select g.sn from goods g left join (select goods_id, sum(stock) pieces from sku"
        + " group by goods_id) s on s.goods_id = g.id where s.pieces is null or s.pieces <> g.stock").getResultList())
        .isEmpty();
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
