package dev.dianpu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rules of the house, for the packages below one root: the shop's, or the fixtures' that break them. */
final class Rules {

  private static final Set<String> CLOCK_READERS = Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

  private final String root;

  Rules(String root) {
    this.root = root;
  }

  /** Each rule under the name that the fixtures' test uses. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("rooms", classes().that().resideInAPackage(root + "..").should(new RoomTable(root))
        .because("a room knows only what stands below it; the table is in this package"));
    rules.put("cycles", slices().matching(root + ".(*)..").should().beFreeOfCycles()
        .because("rooms that need each other are one room"));
    rules.put("plugins", noClasses().that().resideOutsideOfPackage(root + ".plugins..")
        .should().dependOnClassesThat().resideInAPackage(root + ".plugins..")
        .because("a built-in plugin has the rights of a third party's jar, which nobody can import"));
    rules.put("other plugins", slices().matching(root + ".plugins.(*)..").should().notDependOnEachOther()
        .because("each plugin can be left out alone; what two share goes to spi.gateway"));
    rules.put("contract", noClasses().that().resideInAPackage(root + ".spi..")
        .and().resideOutsideOfPackage(root + ".spi.gateway..")
        .should().dependOnClassesThat(not(resideInAnyPackage(root + ".spi..", "java..", "javax.sql..", "jakarta..")))
        .because("a plugin's author gets the contract and nothing else on the class path"));
    rules.put("plugins' libraries", noClasses().that().resideInAPackage(root + ".plugins..")
        .should().dependOnClassesThat(not(resideInAnyPackage(
            root + "..", "java..", "javax.crypto..", "javax.net..", "javax.sql..", "org.w3c.dom..", "jakarta..",
            "org.eclipse.microprofile..")))
        .because("a library of the host is not part of the contract"));
    rules.put("entity manager", noClasses().that(notPackagePrivateRepository())
        .should().dependOnClassesThat().areAssignableTo(EntityManager.class)
        .because("queries are found in one place, and what one room stores no other room reads"));
    rules.put("http", noClasses().that(mustNotSeeHttp())
        .should().dependOnClassesThat().resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..")
        .because("a use case can be called by a page, by JSON, by a job and by a test"));
    rules.put("clock", noClasses().that().doNotHaveSimpleName("SystemClock")
        .should().accessTargetWhere(describe("read the system's time", Rules::readsTheSystemsTime))
        .because("a test gives the time that it needs; only SystemClock reads the machine's"));
    rules.put("names", noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
        .because("such a name says nothing of what the class is for"));
    rules.put("state", classes().that(areShared()).should(new NoMutableState())
        .because("many requests are in such a bean at once"));
    rules.put("output", noClasses().should()
        .accessTargetWhere(describe("print to the console", Rules::printsToTheConsole))
        .because("an operator reads the log"));
    return rules;
  }

  private DescribedPredicate<JavaClass> notPackagePrivateRepository() {
    return describe("are no package-private *Repository", type -> {
      JavaClass outer = outermost(type);
      return !outer.getSimpleName().endsWith("Repository") || outer.getModifiers().contains(JavaModifier.PUBLIC);
    });
  }

  private DescribedPredicate<JavaClass> mustNotSeeHttp() {
    String edges = ".*(Resource|Page|Pages|Filter|Mapper|Writer|Servlet|Hole|Form)";
    return describe("are no *Resource, *Page(s), *Filter, *Mapper, *Writer, *Servlet, *Hole or *Form, and no client of a gateway", type ->
        !outermost(type).getSimpleName().matches(edges) && !type.isAnnotation()
            && !resideInAnyPackage(root + ".platform..", root + ".spi.gateway..", root + ".plugins..").test(type));
  }

  private static DescribedPredicate<JavaClass> areShared() {
    return describe("are application-scoped or singletons", type ->
        type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
            || type.isAnnotatedWith("jakarta.inject.Singleton") || type.isAnnotatedWith("jakarta.ejb.Singleton")
            || type.isAnnotatedWith("jakarta.servlet.annotation.WebServlet"));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Rules::outermost).orElse(type);
  }

  private static boolean readsTheSystemsTime(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    boolean withoutClock = access.getTarget() instanceof CodeUnitCallTarget call
        && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    boolean reads = CLOCK_READERS.contains(access.getTarget().getName())
        && (owner.getPackageName().equals("java.time") || owner.isEquivalentTo(System.class));
    boolean newDate = owner.isEquivalentTo(Date.class) && access.getTarget().getName().equals("<init>");
    return withoutClock && (reads || newDate);
  }

  private static boolean printsToTheConsole(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(System.class) && Set.of("out", "err").contains(access.getTarget().getName());
  }
}
