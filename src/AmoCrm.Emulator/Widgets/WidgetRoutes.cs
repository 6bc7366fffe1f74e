namespace AmoCrm.Emulator.Widgets;

/// <summary><c>/api/v4/widgets</c>: list, get by code, install, uninstall.</summary>
internal static class WidgetRoutes
{
    private const string Path = "/api/v4/widgets";

    public static void Add(RouteTable routes)
    {
        routes.Get(Path, List).Paged();
        routes.Get(Path + "/{code:text}", Get);
        routes.Post(Path + "/{code:text}", Install).Admin();
        routes.Delete(Path + "/{code:text}", Uninstall).Admin();
    }

    private static Answer List(EmulatorRequest request) => request.Page("widgets", request.Account.Widgets.All, widget => View(request, widget));

    private static Answer Get(EmulatorRequest request)
    {
        var widget = Require(request);
        var ownsIt = widget.Text("client_uuid") is { } owner && owner == request.ClientId;
        return Answer.Ok(View(request, widget, ownsIt));
    }

    private static Answer Install(EmulatorRequest request)
    {
        var widget = Require(request);
        var settings = request.Object();
        var errors = new List<FieldError>();
        ShapeValidator.Check(settings, SettingsShape(widget), string.Empty, errors);
        if (errors.Count > 0)
        {
            return Problems.Validation([ItemErrors.Of(request, settings, 0, errors)]);
        }

        request.Account.Widgets.Install(widget, settings.Copy());
        return Answer.Ok(View(request, widget, withSettings: true));
    }

    private static Answer Uninstall(EmulatorRequest request)
    {
        var widget = Require(request);
        if (widget.Flag("is_active_in_account") == false)
        {
            return Problems.NotFound("Widget is not installed");
        }

        request.Account.Widgets.Uninstall(widget);
        return Answer.NoContent;
    }

    private static JsonObject Require(EmulatorRequest request) =>
        request.Account.Widgets.Find(request.Text("code")) ?? throw new ProblemException(Problems.NotFound("Widget not found"));

    /// <summary>The body that the widget's own template asks for.</summary>
    private static Shape SettingsShape(JsonObject widget) =>
        Shape.ObjectOf(widget.Items("settings_template").Select(setting => new Member(
            setting.Text("key")!,
            setting.Text("type") is "text" or "pass" ? Shape.Text : Shape.Any,
            Required: setting.Flag("is_required") == true)).ToArray());

    private static JsonObject View(EmulatorRequest request, JsonObject widget, bool withSettings = false)
    {
        var json = widget.Copy();
        if (withSettings && request.Account.Widgets.SettingsOf(widget.Text("code")!) is { } settings)
        {
            json["settings"] = settings.Copy();
        }

        json["_links"] = request.Account.Self($"widgets/{widget.Text("code")}");
        return json;
    }
}
