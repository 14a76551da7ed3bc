namespace Slipway.Server.Tests;

/// <summary>A service for all tests of a class, where none changes what another sees.</summary>
public sealed class ServiceFixture : IAsyncLifetime
{
    internal TestService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await TestService.StartAsync();

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
