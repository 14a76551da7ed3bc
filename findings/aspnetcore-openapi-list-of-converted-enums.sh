#!/usr/bin/env bash
# Microsoft.AspNetCore.OpenApi 10.0.15: lists of an enum with a custom converter.
#
# Guess:    a list of values that a custom JsonConverter writes is described like any other list,
#           an array whose items have the schema of one value, be it an empty one.
# Observed: the list gets `"type": "array"` without `items`. JSON Schema allows that, but client
#           generators make a list of anything from it. With the framework's converter
#           (JsonStringEnumConverter) the items are there.
# So:       add the items with a schema transformer, or check the description for arrays without items.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >finding.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.AspNetCore.OpenApi" Version="10.0.15" /></ItemGroup>
</Project>
P
cat >Program.cs <<'C'
using System.Text.Json;
using System.Text.Json.Serialization;

var builder = WebApplication.CreateBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddOpenApi();
var app = builder.Build();
app.MapOpenApi();
app.MapPost("/", (Order order) => order);
await app.StartAsync();
using var client = new HttpClient();
using var document = JsonDocument.Parse(await client.GetStringAsync(app.Urls.First() + "/openapi/v1.json"));
var properties = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Order").GetProperty("properties");
foreach (var property in properties.EnumerateObject())
    Console.WriteLine($"{property.Name}: {(property.Value.TryGetProperty("type", out _) ? "array" : "?")}, {(property.Value.TryGetProperty("items", out _) ? "items" : "no items")}");

record Order(List<Own> OwnConverter, List<Usual> FrameworkConverter);

[JsonConverter(typeof(OwnConverter))]
enum Own { One, Two }

[JsonConverter(typeof(JsonStringEnumConverter))]
enum Usual { One, Two }

sealed class OwnConverter : JsonConverter<Own>
{
    public override Own Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Enum.Parse<Own>(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Own value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
C
dotnet build -c Release -v q --nologo -o out >build.log 2>&1 || { tail build.log; exit 1; }
dotnet out/finding.dll | tee seen
diff seen - <<'S' && echo 'as recorded'
ownConverter: array, no items
frameworkConverter: array, items
S
