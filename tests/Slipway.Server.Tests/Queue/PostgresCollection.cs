namespace Slipway.Server.Tests.Queue;

/// <summary>Tests that share a cluster.</summary>
[CollectionDefinition]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>;
