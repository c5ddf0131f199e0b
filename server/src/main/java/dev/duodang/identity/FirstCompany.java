package dev.duodang.identity;

import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.Welcome;
import dev.duodang.database.DataFolder;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A server without a demo would have nobody to sign in: on its first start it makes a company and
 * its owner, whose password is in a file of the data folder.
 */
@Component
class FirstCompany implements Welcome {

  private static final String PASSWORD = "first-owner";

  private final DuodangSettings settings;
  private final Identities identities;
  private final DataFolder data;
  private volatile boolean made;

  FirstCompany(DuodangSettings settings, Identities identities, DataFolder data) {
    this.settings = settings;
    this.identities = identities;
    this.data = data;
  }

  @EventListener(ApplicationReadyEvent.class)
  void make() {
    if (settings.demoWanted() || !identities.tenants().isEmpty()) {
      return;
    }
    DuodangSettings.Company company = settings.company();
    Tenant tenant =
        identities.makeTenant(company.name(), company.zone(), company.currency(), false);
    identities.makePerson(
        tenant.id(),
        new Person("owner", "owner", Role.OWNER, new Scope.WholeTenant(), null, ""),
        data.password(PASSWORD));
    made = true;
  }

  @Override
  public List<String> lines() {
    return made
        ? List.of("Sign in as owner; the password is in " + data.passwordFile(PASSWORD))
        : List.of();
  }
}
