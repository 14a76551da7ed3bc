using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Vault;

/// <summary>Makes the vault known to the other features.</summary>
internal static class VaultServices
{
    public static void AddVault(this IServiceCollection services, KeyRing ring)
    {
        services.AddSingleton(ring);
        services.AddSingleton<SecretVault>();
        services.AddSingleton<Rewrapping>();
        services.AddHostedService(provider => provider.GetRequiredService<Rewrapping>());
    }
}
