using System.Buffers.Binary;
using System.Net;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Access;

public sealed class AccountPasswordsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_hash_has_the_rounds_that_are_asked_for_and_opens_with_its_password_alone()
    {
        using var passwords = new AccountPasswords(TimeProvider.System);
        var hash = passwords.Hash(People.Password);
        Assert.Equal(210_000, RoundsOf(hash));
        Assert.Equal(PasswordCheck.Right, await passwords.VerifyAsync(hash, People.Password, Cancellation));
        Assert.Equal(PasswordCheck.Wrong, await passwords.VerifyAsync(hash, "wrong horse battery", Cancellation));
        Assert.Equal(PasswordCheck.Wrong, await passwords.VerifyAsync(null, People.Password, Cancellation));
    }

    [Fact]
    public async Task An_old_hash_is_renewed_at_the_next_login_and_not_by_a_wrong_password()
    {
        await using var service = await TestService.StartAsync();
        var id = await service.Admin.AccountAsync("ada@example.com", "Developer");
        var database = service.App.Services.GetRequiredService<Database>();
        var old = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })).HashPassword("", People.Password);
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE users SET password_hash = @old WHERE id = @id", new { old, id }, transaction), Cancellation);
        await service.TryLogInAsync("ada@example.com", "wrong horse battery", HttpStatusCode.Unauthorized);
        Assert.Equal(old, await HashAsync(database, id));
        using var session = await service.LogInAsync("ada@example.com");
        Assert.Equal(210_000, RoundsOf(await HashAsync(database, id)));
        await session.GetAsync("/api/v1/applications", HttpStatusCode.OK);
        using var again = await service.LogInAsync("ada@example.com");
    }

    private static int RoundsOf(string hash) => BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));

    private static Task<string> HashAsync(Database database, string id) =>
        database.ReadAsync(connection => connection.QuerySingleAsync<string>("SELECT password_hash FROM users WHERE id = @id", new { id }), Cancellation);
}
