package dev.dianpu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house rules on the shop, and each of them on a fixture that breaks it: a rule that cannot fail is none. */
class ArchitectureTest {

  private static final String FIXTURES = "dev.dianpu.architecture.fixtures";

  /** What each rule must find among the fixtures. */
  private static final Map<String, String> BROKEN_BY = Map.ofEntries(
      Map.entry("rooms", "limit.LooksUpwards"),
      Map.entry("cycles", "guard.NeedsCart"),
      Map.entry("plugins", "sms.KnowsAPlugin"),
      Map.entry("other plugins", "plugins.two.KnowsItsNeighbour"),
      Map.entry("contract", "spi.NeedsALibrary"),
      Map.entry("plugins' libraries", "plugins.two.UsesTheHostsLibrary"),
      Map.entry("entity manager", "member.QueriesByItself"),
      Map.entry("http", "limit.ReadsTheRequest"),
      Map.entry("clock", "limit.ReadsTheClock"),
      Map.entry("names", "limit.LimitManager"),
      Map.entry("state", "limit.RemembersTheLast"),
      Map.entry("output", "limit.Prints"));

  @TestFactory
  Stream<DynamicTest> theShopKeeps() {
    JavaClasses shop = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.dianpu");
    return new Rules("dev.dianpu").all().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(shop)));
  }

  @TestFactory
  Stream<DynamicTest> aFixtureBreaks() {
    JavaClasses fixtures = new ClassFileImporter().importPackages(FIXTURES);
    return new Rules(FIXTURES).all().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
          EvaluationResult result = rule.getValue().evaluate(fixtures);
          assertThat(result.getFailureReport().getDetails())
              .as("what the rule '%s' finds", rule.getKey())
              .anyMatch(violation -> violation.contains(FIXTURES + "." + BROKEN_BY.get(rule.getKey())));
        }));
  }
}
