package io.vigie.query.accountmanagers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Cursor;
import io.vigie.query.platform.Page;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Unknown;
import io.vigie.query.platform.Versioned;
import io.vigie.query.trackprogress.Freshness;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account managers")
class ReadAccountManagers {

    private final AccountManagerCards managers;

    ReadAccountManagers(AccountManagerCards managers) {
        this.managers = managers;
    }

    @GetMapping("/api/account-managers")
    @Operation(summary = "Account managers with capacity, load and what is at risk with them, by id")
    ResponseEntity<Page<ShownAccountManager>> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Freshness freshness) {
        int most = Asked.limit(limit);
        Cursor position = Cursor.of("account-managers");
        return Page.answer(
                managers.after(Portfolio.current(), position.readOne(cursor, ""), Limit.of(most + 1)),
                most,
                ShownAccountManager::of,
                last -> position.after(last.accountManagerId));
    }

    @GetMapping("/api/account-managers/{accountManagerId}")
    @Operation(summary = "One account manager", description = "The ETag is the account manager's version.")
    ShownAccountManager show(@PathVariable String accountManagerId, Freshness freshness, HttpServletResponse response) {
        AccountManagerCard manager =
                managers.find(Portfolio.current(), accountManagerId).orElseThrow(Unknown::accountManager);
        Versioned.head(response, manager.version);
        return ShownAccountManager.of(manager);
    }
}
