(function () {
  'use strict';

  var figures = JSON.parse(document.getElementById('figures').textContent);
  var chosen = 0;
  var linking = false;

  function token(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  /* Plotly reads tags in text; values of the data are no tags. */
  function plain(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }

  function shortened(text) {
    var value = String(text);
    return plain(value.length > 22 ? value.slice(0, 21) + '…' : value);
  }

  function layout(title, more) {
    var base = {
      title: { text: title, font: { size: 14, color: token('--ink') }, x: 0, xanchor: 'left' },
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      font: { family: 'system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif', size: 12, color: token('--quiet') },
      margin: { l: 52, r: 8, t: 40, b: 64 },
      height: 330,
      hoverlabel: { bgcolor: token('--paper'), bordercolor: token('--line'), font: { color: token('--ink') } },
      legend: { orientation: 'h', x: 1, xanchor: 'right', y: 1.16 },
      xaxis: axis(),
      yaxis: axis()
    };
    Object.keys(more || {}).forEach(function (key) {
      base[key] = more[key];
    });
    return base;
  }

  function axis(more) {
    var base = { gridcolor: token('--line'), zerolinecolor: token('--line'), linecolor: token('--line'), automargin: true };
    Object.keys(more || {}).forEach(function (key) {
      base[key] = more[key];
    });
    return base;
  }

  function draw(id, traces, look) {
    return Plotly.react(id, traces, look, {
      displayModeBar: false,
      responsive: true
    });
  }

  function labels(field) {
    return field.labels || field.real.map(function (share, i) {
      return 'bar ' + (i + 1);
    });
  }

  function histogram(field) {
    var names = labels(field);
    function bars(name, shares, colour, opacity) {
      return {
        type: 'bar', name: name, x: names.map(function (n, i) { return i; }), y: shares,
        marker: { color: colour }, opacity: opacity,
        text: names.map(plain), textposition: 'none',
        hovertemplate: '%{text}<br>' + name + ' %{y:.2%}<extra></extra>'
      };
    }
    var every = Math.max(1, Math.ceil(names.length / 9));
    var ticks = names.map(function (n, i) { return i; }).filter(function (i) { return i % every === 0; });
    draw('histogram', [
      bars('real', field.real, token('--real'), 1),
      bars('synthetic', field.synthetic, token('--accent'), field.ordered ? 0.55 : 1)
    ], layout('Distribution', {
      barmode: field.ordered ? 'overlay' : 'group',
      bargap: field.ordered ? 0.04 : 0.3,
      xaxis: axis({
        tickvals: ticks,
        ticktext: ticks.map(function (i) {
          return shortened(field.ordered ? names[i].replace(/ to .*/, '') : names[i]);
        }),
        showgrid: false
      }),
      yaxis: axis({ tickformat: '.0%', rangemode: 'tozero' })
    }));
  }

  function cumulative(field) {
    document.getElementById('cumulative').hidden = !field.ordered;
    if (!field.ordered) {
      return;
    }
    function line(name, shares, colour, dash) {
      var sum = 0;
      return {
        type: 'scatter', mode: 'lines', name: name, line: { color: colour, shape: 'hv', width: 2, dash: dash },
        x: shares.map(function (s, i) { return i; }),
        y: shares.map(function (s) { sum += s; return sum; }),
        text: labels(field).map(plain), hovertemplate: '%{text}<br>' + name + ' %{y:.1%} up to here<extra></extra>'
      };
    }
    draw('cumulative', [
      line('real', field.real, token('--quiet'), 'solid'),
      line('synthetic', field.synthetic, token('--accent'), 'dot')
    ], layout('Added up', {
      xaxis: axis({ showticklabels: false, showgrid: false }),
      yaxis: axis({ tickformat: '.0%', range: [0, 1.03] })
    }));
  }

  function quantiles(field) {
    var place = document.getElementById('quantiles');
    var known = field.realQuantiles && field.realQuantiles.length > 0;
    place.hidden = !known;
    document.getElementById('no-quantiles').hidden = known;
    document.getElementById('no-quantiles').textContent = field.masked
      ? 'Values of this field are hidden: it is sensitive.'
      : field.kind === 'CATEGORICAL' || field.kind === 'BOOLEAN'
        ? 'Categories have no order, and so no Q-Q plot.'
        : 'Too few values for a Q-Q plot that shows nobody’s value.';
    if (!known) {
      return;
    }
    var all = field.realQuantiles.concat(field.syntheticQuantiles);
    var ends = [Math.min.apply(null, all), Math.max.apply(null, all)];
    var type = field.kind === 'DATETIME' ? 'date' : 'linear';
    function values(of) {
      return type === 'date' ? of.map(function (t) { return new Date(t).toISOString(); }) : of;
    }
    draw('quantiles', [
      { type: 'scatter', mode: 'lines', x: values(ends), y: values(ends), hoverinfo: 'skip', showlegend: false,
        line: { color: token('--line'), width: 2 } },
      { type: 'scatter', mode: 'markers', x: values(field.realQuantiles), y: values(field.syntheticQuantiles),
        showlegend: false, marker: { color: token('--accent'), size: 6 },
        hovertemplate: 'real %{x}<br>synthetic %{y}<extra></extra>' }
    ], layout('Q-Q: group means, real across, synthetic up', {
      xaxis: axis({ type: type, title: { text: 'real' } }),
      yaxis: axis({ type: type, title: { text: 'synthetic' } })
    }));
  }

  function show(number) {
    chosen = number;
    var field = figures.fields[number];
    if (!field) {
      return;
    }
    document.getElementById('field').value = String(number);
    histogram(field);
    cumulative(field);
    quantiles(field);
  }

  var maps = [
    ['map-real', 'Real', 'real', -1, 1],
    ['map-synthetic', 'Synthetic', 'synthetic', -1, 1],
    ['map-difference', 'Synthetic less real', 'difference', -0.25, 0.25],
    ['map-scores', 'Score of the pair', 'scores', 0.5, 1]
  ];

  function heatMaps() {
    var names = figures.relations.columns;
    maps.forEach(function (map) {
      var across = names.map(function (n, i) { return i; });
      var words = figures.relations[map[2]].map(function (row, a) {
        return row.map(function (v, b) {
          return plain(names[a]) + ' × ' + plain(names[b]) + ': ' + (v === null ? 'undefined' : v.toFixed(3));
        });
      });
      var scale = map[2] === 'scores'
        ? [[0, token('--negative')], [0.8, token('--wash')], [1, token('--accent')]]
        : [[0, token('--negative')], [0.5, token('--wash')], [1, token('--accent')]];
      var every = Math.max(1, Math.ceil(names.length / 20));
      var ticks = across.filter(function (i) { return i % every === 0; });
      var text = ticks.map(function (i) { return shortened(names[i]); });
      draw(map[0], [{
        type: 'heatmap', x: across, y: across, z: figures.relations[map[2]], text: words, hoverinfo: 'text',
        zmin: map[3], zmax: map[4], colorscale: scale, xgap: 1, ygap: 1,
        colorbar: { thickness: 8, outlinewidth: 0, len: 0.9 }
      }], layout(map[1], {
        height: 420,
        margin: { l: 8, r: 8, t: 40, b: 8 },
        xaxis: axis({ tickvals: ticks, ticktext: text, tickangle: -60, showgrid: false, zeroline: false }),
        yaxis: axis({ tickvals: ticks, ticktext: text, autorange: 'reversed', showgrid: false, zeroline: false })
      }));
    });
  }

  function link() {
    maps.forEach(function (map) {
      var div = document.getElementById(map[0]);
      div.on('plotly_hover', function (event) {
        if (linking || !event.points.length) {
          return;
        }
        linking = true;
        maps.forEach(function (other) {
          if (other[0] !== map[0]) {
            Plotly.Fx.hover(other[0], [{ curveNumber: 0, xval: event.points[0].x, yval: event.points[0].y }]);
          }
        });
        linking = false;
      });
      div.on('plotly_click', function (event) {
        show(event.points[0].y);
        document.getElementById('explore').scrollIntoView();
      });
    });
  }

  function all() {
    show(chosen);
    heatMaps();
  }

  document.documentElement.classList.add('scripted');
  var select = document.getElementById('field');
  figures.fields.forEach(function (field, i) {
    var option = document.createElement('option');
    option.value = String(i);
    option.textContent = field.name;
    select.appendChild(option);
  });
  select.addEventListener('change', function () {
    show(Number(select.value));
  });
  document.querySelectorAll('button.field').forEach(function (button) {
    button.addEventListener('click', function () {
      show(Number(button.dataset.field));
      document.getElementById('explore').scrollIntoView();
    });
  });
  var weakest = document.querySelector('button.field');
  chosen = weakest ? Number(weakest.dataset.field) : 0;
  if (figures.fields.length > 0) {
    all();
    link();
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
  }
})();
