package dev.dianpu.captcha;

import dev.dianpu.spi.CaptchaKind;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Which kinds of captcha a form takes, by the owner's choice. */
@ApplicationScoped
class CaptchaKinds {

  /** A choice of the owner's that leaves the choice to the visitor. */
  static final String PICTURE_OR_WORK = PictureKind.ID + "-or-" + WorkKind.ID;

  @Inject Instance<CaptchaKind> known;
  @Inject Settings settings;

  /** The kind of this id, if the form takes it. */
  Optional<CaptchaKind> allowed(CaptchaForm form, String id) {
    return ids(form).contains(id) ? known.stream().filter(kind -> kind.id().equals(id)).findFirst() : Optional.empty();
  }

  /** What a visitor is shown who asks for no kind: where there is a choice, the one that needs no script. */
  Optional<CaptchaKind> first(CaptchaForm form) {
    return allowed(form, ids(form).get(0));
  }

  private List<String> ids(CaptchaForm form) {
    if (form == CaptchaForm.SECOND) {
      return List.of(SliderKind.ID);
    }
    String chosen = settings.text(CaptchaSettings.kind(form));
    return chosen.equals(PICTURE_OR_WORK) ? List.of(PictureKind.ID, WorkKind.ID) : List.of(chosen);
  }
}
