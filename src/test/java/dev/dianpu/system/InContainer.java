package dev.dianpu.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that runs inside Payara Micro, in the real WAR, on a real database: its fields can be injected. It needs
 * a bean-defining annotation ({@code @Dependent}) and one deployment:
 * {@snippet :
 * @Deployment
 * static WebArchive shop() {
 *   return TestWar.with(ThisIT.class);
 * }
 * }
 * A deployment is a boot of the container, some 20 s: few classes, many tests in each.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ContainerDatabase.class, ArquillianExtension.class})
public @interface InContainer {}
