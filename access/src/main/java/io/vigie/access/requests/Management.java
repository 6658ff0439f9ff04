package io.vigie.access.requests;

import io.github.bucket4j.TimeMeter;
import io.vigie.access.AccessDatabase;
import io.vigie.access.AccessSettings;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.firststart.FirstStart;
import io.vigie.access.firststart.FirstStartApi;
import io.vigie.access.manageaccounts.AccountsApi;
import io.vigie.access.managetokens.TokensApi;
import io.vigie.access.recordactions.Actions;
import io.vigie.access.recordactions.ActionsApi;
import io.vigie.access.recordreads.Reads;
import io.vigie.access.recordreads.ReadsApi;
import io.vigie.access.signin.Attempts;
import io.vigie.access.signin.ChangePasswordApi;
import io.vigie.access.signin.Sessions;
import io.vigie.access.signin.SignInApi;
import io.vigie.access.signin.SignInWaysApi;
import io.vigie.access.signinatprovider.SignInAtProviderApi;
import io.vigie.access.tokens.Tokens;
import io.vigie.access.twopersons.TwoPersonRule;
import io.vigie.access.whoami.WhoAmI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the service has that owns the tables: it changes them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("vigie.access.database.migrate")
class Management {

    @Bean
    Accounts accounts(AccessDatabase database, ObjectProvider<Clock> clock) {
        return new Accounts(database, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    TwoPersonRule twoPersonRule(AccessDatabase database, ObjectProvider<Clock> clock) {
        return new TwoPersonRule(database, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    TokensApi tokensApi(Tokens tokens, Accounts accounts, ObjectProvider<Clock> clock) {
        return new TokensApi(tokens, accounts, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    AccountsApi accountsApi(Accounts accounts, Sessions sessions, AccessSettings settings) {
        return new AccountsApi(accounts, sessions, settings.passwords());
    }

    @Bean
    ReadsApi readsApi(Reads reads) {
        return new ReadsApi(reads);
    }

    @Bean
    Actions actions(AccessDatabase database, ObjectProvider<Clock> clock) {
        return new Actions(database, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ActionsApi actionsApi(Actions actions) {
        return new ActionsApi(actions);
    }

    @Bean
    WhoAmI whoAmI() {
        return new WhoAmI();
    }

    @Bean
    Attempts signInAttempts() {
        return new Attempts(TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    SignInApi signInApi(
            Accounts accounts, Sessions sessions, Attempts attempts, Actions actions, AccessSettings settings) {
        return new SignInApi(accounts, sessions, attempts, actions, settings.passwords());
    }

    @Bean
    SignInWaysApi signInWaysApi(AccessSettings settings) {
        return new SignInWaysApi(new SignInWaysApi.Ways(settings.passwords(), settings.oidc() != null));
    }

    @Bean
    @ConditionalOnProperty("vigie.access.oidc.issuer")
    SignInAtProviderApi signInAtProviderApi(
            AccessSettings settings,
            Sessions sessions,
            Actions actions,
            Attempts attempts,
            ObjectProvider<Clock> clock) {
        return new SignInAtProviderApi(
                Objects.requireNonNull(settings.oidc()),
                sessions,
                actions,
                attempts,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ChangePasswordApi changePasswordApi(Accounts accounts, Sessions sessions, Attempts attempts) {
        return new ChangePasswordApi(accounts, sessions, attempts);
    }

    @Bean
    FirstStartApi firstStartApi(Accounts accounts, AccessSettings settings) {
        return new FirstStartApi(accounts, settings.passwords());
    }

    /** Whoever signed in with a password when that was possible could otherwise prolong it for good. */
    @Bean
    @ConditionalOnBooleanProperty(name = "vigie.access.passwords", havingValue = false)
    InitializingBean noSessionsOfPasswords(Sessions sessions) {
        return sessions::endAllOfPasswords;
    }

    /** Before anything is served. */
    @Bean
    @ConditionalOnProperty("vigie.access.credentials")
    InitializingBean firstStart(
            @Value("${vigie.access.credentials}") Path file,
            AccessDatabase database,
            Accounts accounts,
            Tokens tokens,
            ObjectProvider<Clock> clock) {
        return new FirstStart(file, database, accounts, tokens, clock.getIfAvailable(Clock::systemUTC))::run;
    }
}
