using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Access;

/// <summary>Access control: tokens, users, organisations and the audit trail.</summary>
internal sealed class AccessFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<TokenStore>();
        services.AddSingleton<OrganisationStore>();
        services.AddSingleton<Bootstrap>();
        services.AddSingleton<LocalWorkerTokens>();
        services.AddSingleton<LoginThrottle>();
        services.AddSingleton<LoginVerifier>();
        services.AddSingleton<AccessHistory>();
        services.AddSingleton<OpenRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<OpenRequests>());
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<UserStore>();
        services.AddSingleton<AccountPasswords>();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/caller", (HttpContext context) => Describe(context.Caller())).Needs(Scope.BuildsRead).WithName("GetCaller");
        routes.MapSessions();
        routes.MapUsers();
        routes.MapTokens();
        routes.MapOrganisations();
        routes.MapAudit();
    }

    private static CallerDescription Describe(Caller caller) => new(caller.Organisation, caller.UserId, [.. caller.Scopes.Order(StringComparer.Ordinal)]);
}
