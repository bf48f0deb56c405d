package dev.dianpu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * A bean that all requests share has only final or injected fields, and fills none of them with a collection that is
 * not made for threads ({@code java.util.concurrent} is).
 */
final class NoMutableState extends ArchCondition<JavaClass> {

  private static final Set<String> SET_BY_THE_CONTAINER = Set.of("jakarta.inject.Inject", "jakarta.annotation.Resource",
      "jakarta.persistence.PersistenceContext", "jakarta.persistence.PersistenceUnit", "jakarta.ejb.EJB",
      "org.eclipse.microprofile.config.inject.ConfigProperty");

  NoMutableState() {
    super("hold no mutable state");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaField field : type.getFields()) {
      boolean fixed = field.getModifiers().contains(JavaModifier.FINAL)
          || SET_BY_THE_CONTAINER.stream().anyMatch(field::isAnnotatedWith);
      if (!fixed) {
        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change while others read it"));
      }
    }
    for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
      JavaClass made = call.getTargetOwner();
      boolean collection = made.isAssignableTo(Collection.class) || made.isAssignableTo(Map.class);
      boolean initialises = call.getOrigin().isConstructor() || call.getOrigin().getName().equals("<clinit>");
      if (initialises && collection && made.getPackageName().equals("java.util")) {
        events.add(SimpleConditionEvent.violated(call, "not made for threads: " + call.getDescription()));
      }
    }
  }
}
