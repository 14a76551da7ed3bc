using System.Net;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Gateways;
using Slipway.Server.Store;
using Slipway.Server.Tests.Proofs;

namespace Slipway.Server.Tests.Environments;

/// <summary>What holds for enrolments, whatever the database.</summary>
public abstract class EnrolmentConformance : IAsyncLifetime
{
    private TestService _service = null!;
    private string _environment = "";
    private string _server = "";

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync(options => options with { Database = NewDatabase() });
        _environment = (await _service.Admin.PostAsync("/api/v1/environments", new { name = "Production" })).Text("key");
        _server = (await _service.Admin.PostAsync($"/api/v1/environments/{_environment}/servers", new { name = "ctl-01", roles = new[] { "FrontEnd" } })).Text("id");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Of_two_enrolments_with_one_code_one_succeeds()
    {
        var code = await TestMachine.CodeAsync(_service, _environment, _server);
        using var anybody = _service.Client(null);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var content = System.Net.Http.Json.JsonContent.Create(EnrolmentRequest.Of(code, key));
            using var answer = await anybody.PostAsync(EnrolmentRequest.Path, content, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }));
        Assert.Equal([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Forbidden, 5)], statuses.Order());
    }

    [Fact]
    public async Task A_code_ends_when_it_was_used_when_the_next_is_made_and_after_a_quarter_of_an_hour()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (first, second) = (await TestMachine.CodeAsync(_service, _environment, _server), await TestMachine.CodeAsync(_service, _environment, _server));
        Assert.Equal("SLW-ENV-20002", (await TestMachine.EnrolAsync(_service, EnrolmentRequest.Of(first, key), HttpStatusCode.Forbidden)).Text("errorCode"));
        await TestMachine.EnrolAsync(_service, EnrolmentRequest.Of(second, key), HttpStatusCode.OK);
        await TestMachine.EnrolAsync(_service, EnrolmentRequest.Of(second, key), HttpStatusCode.Forbidden);
        var third = await TestMachine.CodeAsync(_service, _environment, _server);
        var database = _service.App.Services.GetRequiredService<Database>();
        Assert.InRange(await database.ReadAsync(c => c.ExecuteScalarAsync<long>($"SELECT expires_at - {database.Now} FROM enrolment_codes")), 1, 15 * 60_000);
        await database.WriteAsync((c, t) => c.ExecuteAsync($"UPDATE enrolment_codes SET expires_at = {database.Now}", transaction: t));
        await TestMachine.EnrolAsync(_service, EnrolmentRequest.Of(third, key), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_that_is_not_proven_does_not_use_the_code_up()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = EnrolmentRequest.Of(await TestMachine.CodeAsync(_service, _environment, _server), key);
        await TestMachine.EnrolAsync(_service, request with { PublicKey = Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()) }, HttpStatusCode.Forbidden);
        await TestMachine.EnrolAsync(_service, request, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Neither_the_code_nor_a_private_key_is_in_the_database()
    {
        var code = await TestMachine.CodeAsync(_service, _environment, _server);
        var database = _service.App.Services.GetRequiredService<Database>();
        var hash = await database.ReadAsync(c => c.ExecuteScalarAsync<byte[]>("SELECT code_hash FROM enrolment_codes"));
        Assert.Equal(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code)), hash);
        Assert.DoesNotContain(code, await _service.Admin.GetStringAsync("/api/v1/audit?limit=100", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Address of a database; null for SQLite.</summary>
    protected abstract string? NewDatabase();
}
