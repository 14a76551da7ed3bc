using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Limits;
using Slipway.Server.Proofs;
using Slipway.Server.Store;

namespace Slipway.Server.Environments;

/// <summary>Enrols machines of an environment: registers the key with which a machine signs its requests.</summary>
internal static class EnrolmentEndpoints
{
    private const int EnrolmentsPerMinute = 30;

    public static void MapEnrolment(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/environments/{key:guid}/servers/{id:guid}/enrolment-code", CreateCodeAsync)
            .Needs(Scope.OrganisationAdmin).WithName("CreateEnrolmentCode").WithSummary("Creates a code with which a server enrols once, within a quarter of an hour.");
        routes.MapPost(EnrolmentRequest.Path, EnrolAsync)
            .LimitPerAddress(EnrolmentsPerMinute).WithName("EnrolServer").WithSummary("Enrols a server: registers the key that it signs its requests with.");
    }

    private static async Task<EnrolmentCode> CreateCodeAsync(Guid key, Guid id, HttpContext context, Database database, EnrolmentStore store, AuditTrail audit)
    {
        var caller = context.Caller();
        context.Response.Headers.CacheControl = "no-store";
        return await database.WriteAsync(async (connection, transaction) =>
        {
            var code = await store.CreateAsync(connection, transaction, caller.Organisation, key, id)
                ?? throw new ProblemException(ServiceProblems.NotFound.At("id", $"There is no server {id} in the environment {key}."));
            await audit.WriteAsync(connection, transaction, caller, "server.enrolment-code", id.ToString(), new { code.ExpiresAt });
            return code;
        });
    }

    private static async Task<EnrolmentAnswer> EnrolAsync(EnrolmentRequest request, HttpContext context, Database database, EnrolmentStore store, AuditTrail audit)
    {
        var publicKey = request.ProvenKey() ?? throw new ProblemException(EnvironmentProblems.CodeRefused.At("proof", "The public key is not a P-256 key, or its private key did not make the proof."));
        return await database.WriteAsync(async (connection, transaction) =>
        {
            var server = await store.EnrolAsync(connection, transaction, request.Code, publicKey)
                ?? throw new ProblemException(EnvironmentProblems.CodeRefused.At("code", "The code was used, has expired, or never existed."));
            var proven = new ProvenMachine(server.Id, server.OrganisationId, server.EnvironmentKey, server.Name, []);
            var caller = Caller.Service(server.OrganisationId) with { Address = context.Connection.RemoteIpAddress?.ToString() ?? "", Through = proven };
            await audit.WriteAsync(connection, transaction, caller, server.WasEnrolled ? "server.enrol-again" : "server.enrol", server.Id, new { server.Name, Key = Thumbprint(publicKey) });
            return server.Describe();
        });
    }

    private static string Thumbprint(byte[] publicKey)
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return KeyThumbprint.Of(key);
    }
}
