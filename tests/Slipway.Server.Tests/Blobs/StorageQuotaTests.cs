using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Blobs;

public sealed class StorageQuotaTests : IAsyncLifetime
{
    private TestService _service = null!;
    private StorageQuota _quota = null!;
    private string _organisation = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync();
        _quota = _service.App.Services.GetRequiredService<StorageQuota>();
        _organisation = (await _service.Admin.GetAsync("/api/v1/caller", System.Net.HttpStatusCode.OK)).Text("organisation");
        await _service.App.Services.GetRequiredService<Database>().WriteAsync((c, t) => c.ExecuteAsync("UPDATE organisations SET storage_quota = 100000", transaction: t));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Uploads_at_once_share_what_is_left()
    {
        var first = await _quota.ReserveAsync(_organisation, 60_000, Cancellation);
        await RefusedAsync(60_000);
        using var second = await _quota.ReserveAsync(_organisation, 40_000, Cancellation);
        Assert.Throws<ProblemException>(() => second.Take(1));
        first.Dispose();
        second.Take(1);
    }

    [Fact]
    public async Task What_an_upload_kept_counts_for_those_that_began_before()
    {
        using var slow = await _quota.ReserveAsync(_organisation, 0, Cancellation);
        var quick = await _quota.ReserveAsync(_organisation, 60_000, Cancellation);
        quick.Keep();
        quick.Dispose();
        slow.Take(40_000);
        Assert.Throws<ProblemException>(() => slow.Take(1));
    }

    [Fact]
    public async Task A_content_of_unknown_length_ends_where_the_space_does()
    {
        using var space = await _quota.ReserveAsync(_organisation, StorageQuota.LeastPerObject, Cancellation);
        await using var content = new MeteredStream(new MemoryStream(new byte[200_000]), space);
        using var disk = new MemoryStream();
        var problem = await Assert.ThrowsAsync<ProblemException>(() => content.CopyToAsync(disk, 1000, Cancellation));
        Assert.Equal(ServiceProblems.QuotaExceeded, problem.Problems[0].Kind);
        Assert.InRange(disk.Length, 98_000, 100_000);
    }

    [Theory]
    [InlineData(0, 4096)]
    [InlineData(1, 4096)]
    [InlineData(4097, 4097)]
    public void The_smallest_object_counts_for_a_block(long size, long cost) => Assert.Equal(cost, StorageQuota.CostOf(size));

    private async Task RefusedAsync(long bytes) =>
        Assert.Equal(ServiceProblems.QuotaExceeded, (await Assert.ThrowsAsync<ProblemException>(() => _quota.ReserveAsync(_organisation, bytes, Cancellation))).Problems[0].Kind);
}
