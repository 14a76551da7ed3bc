using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Slipway.Server.Health;

namespace Slipway.Server.Tests.Health;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/ready")]
    [InlineData("/v1/GetHealth")]
    public async Task A_service_without_a_worker_is_degraded_but_answers(string path)
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        using var answer = await anybody.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("Degraded", report.GetProperty("status").GetString());
        var parts = report.GetProperty("parts").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("status").GetString());
        Assert.Equal("Degraded", parts["workers"]);
        Assert.Equal("Healthy", parts["database"]);
    }

    [Fact]
    public async Task A_part_that_fails_makes_it_unhealthy_without_telling_why()
    {
        using var examiner = new HealthExaminer([new Broken()], TimeProvider.System, NullLogger<HealthExaminer>.Instance);
        var report = await examiner.ExamineAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.DoesNotContain("secret", report.Parts[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_cannot_be_stored_and_keys_that_are_not_here_degrade_it()
    {
        await using var service = await TestService.StartAsync();
        await service.Admin.PostAsync("/api/v1/webhooks", new { url = "https://hooks.example.com/", events = new[] { "build.failed" } });
        var data = service.App.Services.GetRequiredService<ServerOptions>().DataFolder;
        Directory.Delete(Path.Combine(data, "blobs"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(data, "blobs"), "", TestContext.Current.CancellationToken);
        var database = service.App.Services.GetRequiredService<Slipway.Server.Store.Database>();
        await database.WriteAsync((connection, transaction) => Dapper.SqlMapper.ExecuteAsync(connection, "UPDATE secrets SET key_id = 'elsewhere'", transaction: transaction));
        var report = await service.Admin.GetAsync("/health/ready", HttpStatusCode.OK);
        var parts = report.GetProperty("parts").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("status").GetString());
        Assert.Equal(("Degraded", "Degraded", "Healthy"), (parts["files"], parts["vault"], parts["database"]));
    }

    [Fact]
    public async Task Life_is_told_even_when_the_database_is_gone()
    {
        await using var service = await TestService.StartAsync();
        var database = (Slipway.Server.Store.SqliteDatabase)service.App.Services.GetRequiredService<Slipway.Server.Store.Database>();
        // In this order: whoever opened the file before uses it to the end and is not pooled again; nobody opens it after.
        File.Move(database.Path, database.Path + ".gone");
        Directory.CreateDirectory(database.Path);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        using var live = await service.Admin.GetAsync("/health/live", TestContext.Current.CancellationToken);
        using var ready = await service.Admin.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    private sealed class Broken : IHealthCheck
    {
        public string Name => "broken";

        public Task<HealthPart> CheckAsync(CancellationToken cancellation) => throw new InvalidOperationException("secret");
    }
}
